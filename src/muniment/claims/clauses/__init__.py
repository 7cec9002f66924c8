"""The tree read as clauses: predicates with their arguments, whether they happened, when, and in which words."""
