"""How far people who judged the same things, independently, agree.

Plain Python: ratings in, figures out. `tables` reads ratings from a table.
"""
