// Why a class or those of no class never came: one reason for all, or by name where they are known.
import { open } from "../shared/dialog.js";
import { t } from "../shared/page.js";
import { reasonName, reasons as codes } from "../shared/reasons.js";
import { draw, html } from "../shared/render.js";
import { students } from "../shared/roster.js";
import { off } from "../console/parts.js";
import { sendAndClose } from "../console/panel/actions.js";
import { change, isBusy, view } from "../console/view.js";

const inPanel = (changes) => change({ panel: { ...view.panel, ...changes } });

/** Show the panel of the class that it was opened for. */
export function absencesPanel(dialog, body) {
  const { of, name, heads, students, reason, reasons } = view.panel;
  const chip = (code) => html`<button class="key" data-action="absent-all" data-reason="${code}"
    aria-pressed="${code === reason}">${reasonName(code)}</button>`;
  draw(body, html`<h2 id="panel-title">${t("staff.panel.absences", { name })}</h2>
    <p class="hint">${t(
      of.class_id ? "staff.balance.all_absent" : "staff.balance.others_absent",
      { n: students.length || heads },
    )}</p>
    <div class="choices">${codes.map(chip)}</div>
    <ul class="reasons">
      ${reason && students.map((student) => row(student, reasons[student.student] ?? reason))}
    </ul>
    <button class="key primary submit" data-action="note-absent"
      ${off(!reason || isBusy("note_absent"))}>${t("staff.save")}</button>`);
  open(dialog);
}

function row({ student, name, number }, reason) {
  const option = (code) => html`<option value="${code}"
    ${code === reason && "selected"}>${reasonName(code)}</option>`;
  return html`<li><span>${name} <small>${number}</small></span>
    <select data-input="absent-one" data-student="${student}"
      aria-label="${name}">${codes.map(option)}</select></li>`;
}

export const absencesActions = {
  async absences({ class_id, college_id, name, heads }) {
    const of = class_id ? { class_id } : { college_id };
    const panel = { kind: "absences", of, name, heads: Number(heads), students: [],
      reason: null, reasons: {} };
    change({ panel });
    const listed = await students(of);
    if (view.panel?.of === of) inPanel({ students: listed });
  },
  "absent-all": ({ reason }) => inPanel({ reason, reasons: {} }),
  "absent-one": ({ student }, reason) =>
    inPanel({ reasons: { ...view.panel.reasons, [student]: reason } }),
  "note-absent"() {
    const { of, heads, students, reason, reasons } = view.panel;
    const absent = students.length
      ? students.map(({ student }) => ({ student, reason: reasons[student] ?? reason }))
      : [{ count: heads, reason }];
    sendAndClose({ type: "note_absent", ...of, absent });
  },
};
