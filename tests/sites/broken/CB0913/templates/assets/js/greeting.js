import { format } from "./formt.js";
