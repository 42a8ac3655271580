// The staff's PIN: typed on the keypad or the keyboard, sent with its last digit.
import { post } from "./api.js";
import { t } from "./page.js";

const DIGITS = 6;
const TOLD = { 0: "lost", 401: "wrong", 429: "wait" };

const dots = document.querySelectorAll(".dots i");
const told = document.getElementById("told");
const buttons = document.querySelectorAll("button");
let pin = "";

function type(typed) {
  pin = typed.slice(0, DIGITS);
  dots.forEach((dot, i) => dot.classList.toggle("typed", i < pin.length));
  told.classList.remove("wrong");
  told.textContent = pin && t("staff.sign_in.entered", { n: pin.length });
  if (pin.length === DIGITS) signIn();
}

async function signIn() {
  for (const button of buttons) button.disabled = true;
  const { status } = await post("/api/sign-in", { pin });
  if (status === 204) return location.reload();
  for (const button of buttons) button.disabled = false;
  type("");
  told.classList.add("wrong");
  told.textContent = t(`staff.sign_in.${TOLD[status] ?? "lost"}`);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("digit" in button.dataset) type(pin + button.dataset.digit);
  else type("back" in button.dataset ? pin.slice(0, -1) : "");
});
document.addEventListener("keydown", ({ key }) => {
  if (pin.length === DIGITS) return;
  if (/^[0-9]$/.test(key)) type(pin + key);
  if (key === "Backspace") type(pin.slice(0, -1));
  if (key === "Escape") type("");
});
