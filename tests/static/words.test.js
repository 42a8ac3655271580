import { page, speak, spoken, t } from "/static/js/shared/page.js";
import { reasonName, reasons, worded } from "/static/js/shared/reasons.js";
import { equal, test } from "./harness.js";

test("a text is filled, and what nobody gives stays as it stands", () => {
  page.catalogues["zh-CN"]["test.two"] = "{n} 人，{time} 到";
  equal(t("test.two", { n: 3 }), "3 人，{time} 到");
  equal(t("test.two", { n: 0, time: "10:35" }), "0 人，10:35 到");
});

test("Chinese stands in where a language has no text, and a key where none has", () => {
  page.catalogues["zh-CN"]["test.one"] = "报到";
  speak("en");
  const found = [spoken(), document.documentElement.lang, t("test.one"), t("test.none")];
  speak("zh-CN");
  equal(found, ["en", "en", "报到", "test.none"]);
});

test("a reason of the catalogue has words, one of the plan's own is its words", () => {
  equal(reasonName(reasons[0]) === reasons[0], false);
  equal([reasonName("在外地"), worded("note", "x")], ["在外地", "x"]);
});
