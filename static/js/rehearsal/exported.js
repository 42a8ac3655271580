// The file that a rehearsal writes: its result, without a server.
import { page, part } from "../shared/page.js";
import { showResults } from "./results.js";

const show = () => showResults(part("rehearsal"), page.rehearsal);

addEventListener("resize", show);
show();
