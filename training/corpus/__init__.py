"""Our own training sentences: typed things and attributions in news of conflict, arms trade and human rights."""
