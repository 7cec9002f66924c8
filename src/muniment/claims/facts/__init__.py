"""What frames cannot say: counts, dates told elsewhere, sides of a meeting, figures."""
