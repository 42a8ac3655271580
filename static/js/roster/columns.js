// Which column of a file is which field, as a person corrects it.

/** Return each field's column after one was chosen for a field; the column before gives it up. */
export function columnsAfter(fields, field, chosen) {
  const selects = [...document.querySelectorAll("select[data-column]")];
  for (const other of selects) {
    if (other !== chosen && field && other.value === field) other.value = "";
  }
  return Object.fromEntries(fields.map((name) => {
    const column = selects.find((select) => select.value === name)?.dataset.column;
    return [name, column === undefined ? null : Number(column)];
  }));
}
