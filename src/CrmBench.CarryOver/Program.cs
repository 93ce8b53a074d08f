Console.WriteLine("carry-over");
