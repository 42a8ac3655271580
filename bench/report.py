"""How a figure is printed."""

import statistics


def report(name: str, figures: list[float]) -> None:
    """Print a figure's median, 95th percentile and worst, in its own unit."""
    ordered = sorted(figures)
    p95 = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    print(
        f"{name:40} median {statistics.median(ordered):8.1f}  p95 {p95:8.1f}  "
        f"worst {ordered[-1]:8.1f}  of {len(ordered)}"
    )
