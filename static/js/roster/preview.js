// What a file gives before it is taken: columns to correct, what changes, what was refused.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

const figure = (n, key, kind = "") =>
  html`<li class="box ${n ? kind : "none"}"><b>${n}</b><span>${t(`staff.roster.${key}`)}</span></li>`;

const figures = ({ students, elsewhere, photographed_before, refused, warnings, difference }) => html`<ul class="figures">
  ${figure(students, "students", "good")} ${figure(difference.added, "added")}
  ${figure(difference.changed, "changed")} ${figure(difference.unchanged, "unchanged")}
  ${elsewhere > 0 && figure(elsewhere, "elsewhere")}
  ${difference.missing > 0 && figure(difference.missing, "missing")}
  ${figure(warnings.count, "warnings", "heed")} ${figure(refused.count, "refused", "heed")}
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

const list = (id, title, rows, open = false) => rows.length > 0 && html`<details id="list-${id}" class="list box"
  ${open && "open"}><summary>${title}</summary><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul></details>`;

const place = ({ sheet, row }) => (row ? t("staff.roster.row", { sheet, row }) : sheet);

const refused = ({ refused: { count, rows } }) =>
  list("refused", t("staff.roster.refused_rows", { n: count }), rows.map((row) =>
    html`<b>${place(row)}</b> ${row.why}`));

/** What a person should have seen before they confirm stands open. */
const warnings = ({ warnings: { count, rows } }) =>
  list("warnings", t("staff.roster.warned", { n: count }), rows.map((row) =>
    html`<b>${place(row)} ${row.text}</b> ${row.why}`), true);

const meaning = (name, chosen, colleges) => html`<select class="field" data-input="spelling" data-name="${name}"
  aria-label="${t("staff.roster.which_class", { name })}">
  <option value="">${t("staff.roster.no_such_class")}</option>
  ${colleges.map(([college, classes]) => html`<optgroup label="${college}">${classes.map((c) =>
    html`<option value="${c.class_id}" ${c.class_id === chosen && "selected"}>${c.name}</option>`)}</optgroup>`)}
  </select>`;

/** Names that the plan does not have: a person says which class each is. */
function unknown({ unknown, spellings, classes }) {
  const colleges = [...new Set(classes.map((c) => c.college))].map((college) =>
    [college, classes.filter((c) => c.college === college)]);
  const said = Object.entries(spellings).map(([name, id]) =>
    html`<b>${name}</b> ${meaning(name, id, colleges)}`);
  const open = unknown.map(({ name, rows, what }) => html`<b>${name}</b> ${t("staff.roster.rows", { n: rows })}
    ${what === "class" && meaning(name, "", colleges)}`);
  return list("unknown", t("staff.roster.unknown", { n: unknown.length }), [...said, ...open], said.length > 0);
}

const who = ({ name, number, class: of, note }) => html`<b>${name}</b> ${number} · ${of} ${note}`;

const changed = ({ changes, difference }) =>
  list("changed", t("staff.roster.changed_who", { n: difference.changed }), changes.changed.map(who));

const elsewhere = ({ changes, elsewhere }) =>
  list("elsewhere", t("staff.roster.elsewhere_who", { n: elsewhere }), changes.elsewhere.map(who));

/** Nobody is given up but by a tick of their own. */
const missing = ({ changes, difference }) =>
  list("missing", t("staff.roster.missing_who", { n: difference.missing }), changes.missing.map((student) =>
    html`<label class="tick"><input type="checkbox" data-strike="${student.student}">
      <span>${who(student)}</span> <i>${t("staff.roster.strike")}</i></label>`));

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
  <div class="lists">${warnings(body)} ${refused(body)} ${unknown(body)} ${elsewhere(body)}
    ${missing(body)} ${changed(body)} ${totals(body)}</div>
  <div class="confirm">
    <button class="button quiet" data-action="leave">${t("staff.roster.leave")}</button>
    <button class="button take" data-action="take" ${!(body.students + body.elsewhere) && "disabled"}>
      ${t("staff.roster.take", { n: body.students })}</button>
  </div>`;
