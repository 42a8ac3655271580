"""Who is next: the plan's policies, and how colleges share a venue's stations."""
