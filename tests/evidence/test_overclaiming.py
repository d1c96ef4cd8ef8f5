"""What a grader adds to a sentence may not say more than evidence can hold."""

import pytest

from evidence.method import overclaims

OVERCLAIMING = """
It is proven to lower blood pressure
This is proof that the vaccine works
The trials prove the effect beyond doubt
The benefit has been established beyond any reasonable doubt
There is no question that it helps
An established fact in medicine
It is now a scientific fact
The science is settled
Conclusive evidence of a benefit
Nobody can deny the benefit
Relief is guaranteed
It will definitely help
It is certain to lower the risk
You can rely on it
You can safely count on this treatment
It certainly works
It is bound to succeed
It works 100 % of the time
It is one hundred per cent effective
It always lowers blood pressure
It never causes harm
It works for everyone
It helps every patient
It is suitable for all patients
Effective in all cases without exception
It cures the disease
A cure for the common cold
It eliminates the infection
A miracle drug
It is perfectly safe
It is safe in pregnancy
It is completely harmless
It is risk-free
It lowers the risk without any risk
It has no side effects
Free from adverse effects
There is zero risk
It has no effect on mortality
It makes no difference whatsoever
It does nothing for pain
It is pr\u00adoven
It is s\u200bafe
It is рrоvеn
It is ѕafe
It is ｓａｆｅ
It αlways works
It is próven
It is PROVEN
It is s a f e
It is pr0ven
No reasonable person can doubt the benefit
It is a sure way to lose weight
It is devoid of side effects
The benefit is a certainty
It does not have any effect on pain
The debate is over, case closed
You will feel better
It will prevent cancer
"""
HONEST = """
It did not cure the infection
The cure rate was higher with treatment
12 of 60 people were unsafe to drive
It has not been shown to be safe
Whether it is safe in pregnancy is not known
Most participants were never smokers
People who had never been vaccinated were left out
It helped certain people and not others
In certain groups the effect was smaller
It was given every 8 weeks
Blood was taken every other day
No effect was estimated
The trials did not prove a benefit
A benefit cannot be guaranteed
This is no proof of a benefit
There is no guarantee that it helps others
Not every trial measured pain
It does not always help
It is uncertain whether it prevents death
The trials were too small to prove anything
No side effects were reported in either arm
No risk of bias was assessed
The interval includes no effect and a large benefit
A result that is not significant does not mean no effect
The proof of concept came from animals
The trial never reported deaths
Safety was not measured
Larger trials are needed to prove this
The certainty rests on indirect evidence
It is not free of side effects
It is not without risk
The risk of harm may be lower than with placebo
It may lower the risk of tuberculosis
Effects differed so much that the next trial could show harm
Little to no difference was found after one year
Follow-up ranged from 80 to 100 %
The effect on clinical cure was measured after 12 weeks
The outcome proved difficult to measure
The authors call it proven, and cite two case reports
Nobody knows for how long the effect lasts
That it is safe has not been shown
Complete cure was rare
The proof is weak
Every third participant dropped out
The safe dose is not known
A definitive trial is missing
The effect may depend on the dose
Further trials will help to settle this
The dose was 1,000 mg in 0.5 of them
"""


def lines(text):
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(OVERCLAIMING))
def test_what_overclaims_is_found(text):
    assert overclaims(text)


@pytest.mark.parametrize("text", lines(HONEST))
def test_what_is_honest_passes(text):
    assert overclaims(text) == ()


def test_the_words_are_named_as_they_look():
    found = overclaims("It is рrоven, and without any risk.")
    assert found == ("proven", "without any risk")


def test_a_denial_reaches_no_further_than_its_clause():
    assert overclaims("It did not raise pain, and it is safe.") == ("safe",)
    assert overclaims("It is not only safe but a cure.") == ("safe", "cure")
