import { createRoot } from "react-dom/client";
import { Archive } from "./Archive.jsx";

createRoot(document.getElementById("app")).render(<Archive />);
