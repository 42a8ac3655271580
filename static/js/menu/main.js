// The menu of every staff page: it closes by a press beside it, and leads out.
import { post } from "../shared/api.js";
import { part, t } from "../shared/page.js";

const menu = part("menu");

document.addEventListener("click", ({ target }) => {
  if (!menu.contains(target) || target.closest("a")) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") menu.open = false;
});

part("sign-out").addEventListener("click", async () => {
  const { status } = await post("/api/sign-out");
  if (status === 204) return location.reload();
  part("sign-out").textContent = t("common.code.offline");
});
