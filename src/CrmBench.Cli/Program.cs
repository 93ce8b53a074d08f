Console.WriteLine("crmbench");
