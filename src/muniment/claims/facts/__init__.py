"""What frames cannot say: counts, places, sides of a meeting or an agreement, lists, figures."""
