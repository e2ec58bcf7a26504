"""What a notice must have for a rule to find anything in it: quick to ask, asked before the rule.

A needless yes costs microseconds, a wrong no would lose a problem: each answer must follow
from what the rule looks for, and tests hold every rule to it. What a reading tells as well
as any trigger (dates, totals, ordinals) is asked of the reading.
"""
