// Step 1: the school, what is collected, and who pays.
import { html } from "../shared/render.js";
import { choice, number, text } from "./parts.js";

const PAYERS = ["class", "each", "school"];

export const collection = ({ said }) => html`<section id="step-1" class="form box">
  ${text(said, "institution")} ${text(said, "title")}
  ${choice(said, "payer", PAYERS)} ${number(said, "fee_yuan", 0.01)}
  ${text(said, "receiver")}
</section>`;
