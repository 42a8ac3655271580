// What a file gives before it is taken: columns to correct, what changes, what was refused.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

const figure = (n, key, kind = "") =>
  html`<li class="box ${n ? kind : "none"}"><b>${n}</b><span>${t(`staff.roster.${key}`)}</span></li>`;

const figures = ({ students, photographed_before, refused, difference }) => html`<ul class="figures">
  ${figure(students, "students", "good")} ${figure(difference.added, "added")}
  ${figure(difference.changed, "changed")} ${figure(difference.unchanged, "unchanged")}
  ${figure(difference.struck, "struck", "heed")} ${figure(refused.count, "refused", "heed")}
  ${photographed_before > 0 && figure(photographed_before, "photographed_before")}
</ul>`;

const sheets = ({ sheets, sheet }) => sheets.length > 1 && html`<label class="sheet">
  ${t("staff.roster.sheet")}
  <select id="sheet" class="field" data-input="sheet"><option value="">${t("staff.roster.all_sheets")}</option>
    ${sheets.map(({ number, name }) => html`<option value="${number}"
      ${number === sheet && "selected"}>${name}</option>`)}</select></label>`;

const choice = ({ column, title, field }, fields) => html`<select class="field" data-input="column" data-column="${column}"
  aria-label="${t("staff.roster.column", { title })}">
  <option value="">${t("staff.roster.field.none")}</option>
  ${fields.map((name) => html`<option value="${name}" ${name === field && "selected"}>
    ${t(`staff.roster.field.${name}`)}</option>`)}</select>`;

const columns = ({ columns, fields }) => html`<h2>${t("staff.roster.columns")}</h2>
  <div class="columns box"><table><thead>
    <tr>${columns.map((c) => html`<td class="${c.field && "known"}">${choice(c, fields)}</td>`)}</tr>
    <tr>${columns.map((c) => html`<th scope="col">${c.title}</th>`)}</tr></thead>
    <tbody>${[0, 1, 2].map((n) => html`<tr>${columns.map((c) =>
      html`<td>${c.samples[n]}</td>`)}</tr>`)}</tbody></table></div>`;

const list = (id, title, rows) => rows.length > 0 && html`<details id="list-${id}" class="list box">
  <summary>${title}</summary><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul></details>`;

const refused = ({ refused: { count, rows } }) =>
  list("refused", t("staff.roster.refused_rows", { n: count }), rows.map(({ sheet, row, why }) =>
    html`<b>${t("staff.roster.row", { sheet, row })}</b> ${why}`));

const unknown = ({ unknown }) =>
  list("unknown", t("staff.roster.unknown", { n: unknown.length }), unknown.map(({ name, rows }) =>
    html`<b>${name}</b> ${t("staff.roster.rows", { n: rows })}`));

const who = ({ name, number, class: of }) => html`<b>${name}</b> ${number} · ${of}`;

const changes = ({ changes, difference }) => ["struck", "changed"].map((kind) =>
  list(kind, t(`staff.roster.${kind}_who`, { n: difference[kind] }), changes[kind].map(who)));

function totals({ totals }) {
  const others = totals.filter(({ listed, expected }) => listed !== expected);
  const text = (total) => html`<b>${total.college} ${total.class ?? t("staff.roster.no_class")}</b>
    ${t("staff.roster.listed_of", total)}`;
  return list("totals", t("staff.roster.totals", { n: others.length }), others.map(text));
}

/** Draw a preview. */
export const preview = (body) => html`
  ${body.wrong && html`<p class="note wrong" role="alert">${body.wrong}</p>`}
  ${figures(body)} ${sheets(body)} ${columns(body)}
  <div class="lists">${refused(body)} ${unknown(body)} ${totals(body)} ${changes(body)}</div>
  <div class="confirm">
    <button class="button quiet" data-action="leave">${t("staff.roster.leave")}</button>
    <button class="button take" data-action="take" ${!body.students && "disabled"}>
      ${t("staff.roster.take", { n: body.students })}</button>
  </div>`;
