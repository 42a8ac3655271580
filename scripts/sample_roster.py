"""Write config/sample-roster.csv: obviously invented students, as many as the plan expects."""

import csv
from pathlib import Path

from queueing.plan_file import read_plan

CONFIG = Path(__file__).parent.parent / "config"


def rows() -> list[list[str]]:
    """Return a row for every student of the plan, numbered throughout."""
    plan = read_plan((CONFIG / "photo-day.toml").read_text("utf-8"))
    students = [(college, c) for college in plan.body.colleges for c in college.classes
                for _ in range(c.expected)]  # fmt: skip
    return [
        [f"2020{n:06}", f"学生{n:04}", college.name, c.name.rstrip("0123456789班"), c.name,
         "研究生" if college.id == "yanjiusheng" else "本科", ""]
        for n, (college, c) in enumerate(students, start=1)
    ]  # fmt: skip


if __name__ == "__main__":
    with (CONFIG / "sample-roster.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["学号", "姓名", "学院", "专业", "班级", "层次", "备注"])
        writer.writerows(rows())
