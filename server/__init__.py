"""The composition root: wiring, runtime, settings, health, OpenAPI."""
