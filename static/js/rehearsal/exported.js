// The file that a rehearsal writes: its result, without a server.
import { setClock } from "../clock.js";
import { page } from "../page.js";
import { showResults } from "./results.js";

const show = () => showResults(document.getElementById("rehearsal"), page.rehearsal);

setClock(page.rehearsal.pictures[0].at);
addEventListener("resize", show);
show();
