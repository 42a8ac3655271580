// The last import, which can be taken back for a day.
import { get } from "../shared/api.js";
import { t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";

const told = ({ at, added, changed }) => html`<span>${t("staff.roster.last", { at, added, changed })}</span>
  <button class="button quiet" data-action="takeBack">${t("staff.roster.take_back")}</button>`;

/** Show the import that can be taken back, or nothing. */
export async function showLast(element) {
  const { body } = await get("/api/roster/imports/last");
  draw(element, body?.import ? told(body.import) : "");
}
