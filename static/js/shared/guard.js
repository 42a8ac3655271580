// Stands in every page itself: when the server ends between the page and its scripts or styles, the
// page would stay as it is for ever. It waits until the server is back and loads anew.
addEventListener("error", ({ target }) => {
  if (!target.matches?.("script, link")) return;
  const knock = () => fetch("/static/icon.svg", { cache: "no-store" }).then(
    () => location.reload(),
    () => setTimeout(knock, 1000),
  );
  setTimeout(knock, 1000);
}, true);
