// The file that a rehearsal writes: its result, without a server.
import { page } from "../shared/page.js";
import { showResults } from "./results.js";

const show = () => showResults(document.getElementById("rehearsal"), page.rehearsal);

addEventListener("resize", show);
show();
