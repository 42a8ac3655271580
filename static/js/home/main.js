// The home page says when the day or the clock is wrong, before anything is opened from it.
import { get } from "../shared/api.js";
import { showClock } from "../shared/clock_bar.js";
import { part } from "../shared/page.js";

const AGAIN_MS = 30000;

async function check() {
  const { status, body } = await get("/api/clock");
  if (status === 200) showClock(part("clock"), body.trouble, false);
}

check();
setInterval(check, AGAIN_MS);
