"""Who is next: the plan's policies, and how venues share their stations among colleges."""
