"""How two values of a cell stand: the same, one more precise, or different. registers/*.yaml ask for comparers by name.

```text
base.py                what all comparers have in common
parties.py             states, bodies, people, lists of them
times.py               days of events, spans, the course of stages, orders and deliveries
places.py              places, populations
items.py, goods.py     weapons and goods
wording.py, words.py   subjects, posts, quotations
enums.py               values of lists, numbers
table.py               every comparer by its name
```
"""
