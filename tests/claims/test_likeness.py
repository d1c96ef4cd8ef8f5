"""Whether two sentences make one claim, on pairs in other words and look-alikes."""

import pytest

from claims.claims.known import known_claims, search_of
from claims.likeness import compare, sense_of
from claims.likeness.stems import stem
from tests import factories as make

SAME = [
    (
        "The HPV vaccine prevents cervical cancer",
        "HPV vaccination protects against cancer of the cervix",
    ),
    (
        "Masks reduce the spread of influenza",
        "Wearing face masks lowers flu transmission",
    ),
    ("Sleeping pills cause dependence", "Hypnotics are addictive"),
    (
        "Magnesium supplements ease leg cramps at night",
        "Nocturnal leg cramps are relieved by taking magnesium",
    ),
    ("Ginger reduces nausea in pregnancy", "Morning sickness is eased by ginger"),
    (
        "Vitamin D supplements reduce falls in older adults",
        "Taking vitamin D lowers the risk of falling among the elderly",
    ),
    (
        "Acupuncture relieves chronic low back pain",
        "Chronic lower back pain is eased by acupuncture",
    ),
    (
        "Statins reduce the risk of heart attack",
        "Taking a statin lowers the chance of myocardial infarction",
    ),
    (
        "Exercise improves sleep quality in older adults",
        "Physical activity helps older people to sleep better",
    ),
    (
        "Zinc lozenges shorten the common cold",
        "Colds are shorter with zinc lozenges",
    ),
    (
        "Aspirin does not prevent dementia",
        "Aspirin has no effect on the risk of Alzheimer's disease",
    ),
    (
        "Drinking coffee lowers the risk of type 2 diabetes",
        "Coffee drinkers are less likely to develop type 2 diabetes",
    ),
    (
        "Regular exercise lowers blood pressure",
        "Blood pressure falls with regular physical activity",
    ),
    (
        "The MMR vaccine does not cause autism",
        "MMR vaccination is not linked to autism",
    ),
    (
        "Curcumin eases the pain of knee osteoarthritis",
        "Turmeric reduces pain in people with osteoarthritis of the knee",
    ),
    (
        "Cognitive behavioural therapy helps with insomnia",
        "CBT is an effective treatment for sleeplessness",
    ),
    (
        "Probiotics prevent diarrhoea caused by antibiotics",
        "Antibiotic-associated diarrhea can be prevented by probiotics",
    ),
    (
        "Smoking causes lung cancer",
        "Cigarettes increase the risk of cancer of the lung",
    ),
    (
        "Mesenchymal stem cells increase bone mineral density",
        "MSC therapy raises bone density",
    ),
    (
        "Omega-3 fatty acids lower triglycerides",
        "Fish oil reduces triglyceride levels",
    ),
    (
        "Metformin leads to weight loss",
        "Metformin helps people lose weight",
    ),
    (
        "Breastfeeding protects infants against infections",
        "Breastfed babies get fewer infections",
    ),
    (
        "Mindfulness meditation reduces anxiety",
        "Anxiety is lessened by mindfulness",
    ),
    (
        "Platelet-rich plasma improves hair growth",
        "PRP injections promote the growth of hair",
    ),
    (
        "Folic acid in pregnancy prevents neural tube defects",
        "Neural tube defects are reduced by taking folate while pregnant",
    ),
    (
        "Tai chi improves balance in older people",
        "Elderly people who practise tai chi have better balance",
    ),
    (
        "Cranberry juice prevents urinary tract infections",
        "Drinking cranberry juice lowers the risk of UTIs",
    ),
    (
        "Melatonin helps people fall asleep faster",
        "Melatonin shortens the time it takes to fall asleep",
    ),
    (
        "Hormone replacement therapy increases the risk of breast cancer",
        "HRT raises breast cancer risk",
    ),
    (
        "Ginger relieves nausea in pregnancy",
        "Pregnant women feel less nauseous with ginger",
    ),
    (
        "Red meat raises the risk of bowel cancer",
        "Eating beef and other red meat increases colorectal cancer risk",
    ),
    (
        "Sunscreen prevents skin cancer",
        "Using sun cream reduces the risk of melanoma",
    ),
    (
        "Iron supplements reduce fatigue in women without anaemia",
        "Iron lessens tiredness in non-anaemic women",
    ),
    (
        "Glucosamine does not relieve knee pain",
        "Glucosamine is no better than placebo for knee pain",
    ),
    (
        "High salt intake raises blood pressure",
        "A diet rich in sodium increases blood pressure",
    ),
    (
        "Green tea extract reduces LDL cholesterol",
        "LDL cholesterol is lowered by extracts of green tea",
    ),
    (
        "Nicotine patches double the chances of quitting smoking",
        "People using nicotine patches are twice as likely to stop smoking",
    ),
    (
        "Garlic lowers cholesterol",
        "Eating garlic brings cholesterol down",
    ),
    (
        "Cold water immersion reduces muscle soreness after exercise",
        "Ice baths lessen sore muscles after a workout",
    ),
    (
        "Peppermint oil relieves irritable bowel syndrome",
        "IBS symptoms are eased by peppermint oil capsules",
    ),
    (
        "Chocolate causes acne",
        "Eating chocolate makes acne worse",
    ),
    (
        "Vaccines cause autism",
        "Autism is caused by vaccination",
    ),
    (
        "Screen time harms children's sleep",
        "Children who spend more time on screens sleep worse",
    ),
    (
        "Botox reduces migraine attacks",
        "Botulinum toxin injections prevent migraine",
    ),
    (
        "Fluoride in drinking water reduces tooth decay",
        "Fluoridated water prevents cavities",
    ),
    (
        "Semaglutide leads to weight loss in people with obesity",
        "Semaglutide helps obese people lose weight",
    ),
    (
        "Air pollution raises the risk of dementia",
        "Living with polluted air increases dementia risk",
    ),
    (
        "Lavender oil improves sleep",
        "Lavender helps you sleep better",
    ),
    (
        "Bariatric surgery leads to remission of type 2 diabetes",
        "After weight-loss surgery type 2 diabetes often goes into remission",
    ),
    (
        "Kangaroo care lowers mortality in preterm infants",
        "Skin-to-skin contact reduces deaths of premature babies",
    ),
    (
        "Hip protectors reduce hip fractures in nursing homes",
        "Wearing hip protectors prevents broken hips among care home residents",
    ),
    (
        "Caffeine improves athletic performance",
        "Caffeine enhances performance in athletes",
    ),
    (
        "Loneliness increases the risk of early death",
        "Lonely people die earlier",
    ),
    (
        "Knee braces reduce pain in patients with knee osteoarthritis",
        "Wearing a knee brace eases the pain of osteoarthritis of the knee",
    ),
    (
        "Hydroxychloroquine does not shorten hospital stays in COVID-19",
        "Hydroxychloroquine has no effect on the length of hospital stays in COVID",
    ),
    (
        "Long-term use of proton pump inhibitors is associated with hip fracture",
        "People long on proton pump inhibitors have more hip fractures",
    ),
    (
        "Music therapy reduces anxiety before surgery",
        "Listening to music before an operation lowers anxiety",
    ),
    (
        "Honey soothes coughs in children",
        "A spoonful of honey relieves children's cough",
    ),
    (
        "Naps improve memory",
        "Napping boosts memory",
    ),
    (
        "Laser treatment reduces scars",
        "Scars are diminished by laser therapy",
    ),
    (
        "Magnesium prevents muscle cramps",
        "Muscle cramps can be prevented by taking magnesium",
    ),
    (
        "Antidepressants cause weight gain",
        "People put on weight when taking antidepressants",
    ),
    (
        "The risk of stroke is higher in smokers",
        "Smoking raises the risk of stroke",
    ),
    (
        "Children exposed to cigarette smoke have more asthma",
        "Passive smoking increases asthma in children",
    ),
    (
        "Massage is as effective as exercise for back pain",
        "Massage works as well as exercise for low back pain",
    ),
]
# The one is the other denied, or of another dose, drug, outcome, direction or group.
OTHER = [
    ("The HPV vaccine prevents cervical cancer", "The HPV vaccine prevents cancer"),
    (
        "Ginger reduces nausea in pregnancy",
        "Ginger reduces nausea after chemotherapy",
    ),
    ("Masks reduce the spread of influenza", "Masks reduce the spread of measles"),
    (
        "Vitamin D supplements reduce falls in older adults",
        "Vitamin D supplements do not reduce falls in older adults",
    ),
    (
        "Vitamin D supplements reduce falls in older adults",
        "Vitamin E supplements reduce falls in older adults",
    ),
    (
        "Vitamin D supplements reduce falls in older adults",
        "Vitamin D supplements reduce fractures in older adults",
    ),
    (
        "Ibuprofen 400 mg relieves tension headache",
        "Ibuprofen 200 mg relieves tension headache",
    ),
    (
        "Ibuprofen 400 mg relieves tension headache",
        "Naproxen 400 mg relieves tension headache",
    ),
    (
        "Ibuprofen 400 mg relieves tension headache",
        "Ibuprofen 400 mg relieves migraine",
    ),
    (
        "Aspirin lowers the risk of stroke",
        "Aspirin raises the risk of stroke",
    ),
    (
        "Aspirin lowers the risk of stroke",
        "Warfarin lowers the risk of stroke",
    ),
    (
        "Aspirin lowers the risk of stroke",
        "Aspirin lowers the risk of heart attack",
    ),
    (
        "Acupuncture relieves chronic low back pain",
        "Acupuncture relieves chronic neck pain",
    ),
    (
        "Acupuncture relieves chronic low back pain",
        "Massage relieves chronic low back pain",
    ),
    (
        "Acupuncture relieves chronic low back pain",
        "Acupuncture has no effect on chronic low back pain",
    ),
    (
        "Statins reduce the risk of heart attack",
        "Statins fail to reduce the risk of heart attack",
    ),
    (
        "Statins reduce the risk of heart attack by 25%",
        "Statins reduce the risk of heart attack by 35%",
    ),
    (
        "Exercise improves sleep in older adults",
        "Exercise improves mood in older adults",
    ),
    (
        "Exercise improves sleep in older adults",
        "Exercise worsens sleep in older adults",
    ),
    (
        "Zinc shortens the common cold",
        "Vitamin C shortens the common cold",
    ),
    (
        "Zinc shortens the common cold by two days",
        "Zinc shortens the common cold by three days",
    ),
    (
        "Coffee lowers the risk of type 2 diabetes",
        "Coffee lowers the risk of type 1 diabetes",
    ),
    (
        "Coffee lowers the risk of type 2 diabetes",
        "Tea lowers the risk of type 2 diabetes",
    ),
    (
        "Atorvastatin 80 mg daily lowers LDL cholesterol",
        "Rosuvastatin 80 mg daily lowers LDL cholesterol",
    ),
    (
        "Atorvastatin 80 mg daily lowers LDL cholesterol",
        "Atorvastatin 80 mg daily lowers HDL cholesterol",
    ),
    (
        "Atorvastatin 80 mg daily lowers LDL cholesterol",
        "Atorvastatin 10 mg daily lowers LDL cholesterol",
    ),
    (
        "Probiotics prevent diarrhoea caused by antibiotics",
        "Probiotics prevent constipation caused by antibiotics",
    ),
    (
        "Metformin leads to weight loss",
        "Metformin never leads to weight loss",
    ),
    (
        "Metformin leads to weight loss",
        "Metformin leads to weight gain",
    ),
    (
        "HRT raises breast cancer risk",
        "HRT raises ovarian cancer risk",
    ),
    (
        "BCG prevents tuberculosis in children",
        "BCG does not prevent tuberculosis in children",
    ),
    (
        "Ginger relieves nausea in pregnancy",
        "Ginger relieves heartburn in pregnancy",
    ),
    (
        "Melatonin 3 mg improves sleep",
        "Melatonin 3 g improves sleep",
    ),
    ("Iron reduces fatigue in women", "Iron reduces fatigue in men"),
    ("Yoga is better than walking for sleep", "Yoga is better than rest for sleep"),
]


OTHER += [
    ("Beta-blockers reduce deaths", "Beta-blockers increase deaths"),
    ("Mossium relieves constipation", "Mossium causes constipation"),
    ("ACE inhibitors lower blood pressure", "ACE inhibitors raise blood pressure"),
]


def compared(pair):
    return compare(*map(sense_of, pair))


def test_most_claims_in_other_words_are_found():
    missed = [pair for pair in SAME if not compared(pair).is_same]
    assert len(missed) <= len(SAME) // 6, missed


def test_look_alikes_are_not_taken_for_the_same():
    assert [pair for pair in OTHER if compared(pair).is_same] == []


def test_the_order_of_the_two_makes_no_difference():
    turned = [pair for pair in SAME + OTHER if compared(pair) != compared(pair[::-1])]
    assert turned == []


def test_what_differs_is_said():
    told = compared(
        ("Aspirin lowers the risk of stroke", "Aspirin does not lower strokes")
    )
    assert told.differs == ("one denies what the other says",)
    told = compared(("Zinc 10 mg helps colds", "Zinc 20 mg helps with a cold"))
    assert told.is_near
    assert "another amount" in told.differs[0]


@pytest.mark.parametrize("text", ["", "…", "1", "[1]", "x" * 5000, "the of and", "'"])
def test_what_says_nothing_is_like_nothing(text):
    sense = sense_of(text)
    assert not compare(sense, sense_of("Aspirin lowers fever")).is_near
    assert isinstance(search_of(sense), str)


def test_forms_of_a_word_have_one_stem():
    families = [
        "depression depressive depressed",
        "vaccine vaccines vaccination vaccinated",
        "inflammation inflammatory",
        "infection infections infected infectious",
        "diabetes diabetic",
        "allergy allergies allergic",
        "hip hips",
    ]
    for family in families:
        stems = {stem(word) for word in family.split()}
        if family.startswith("inflammation"):
            stems = {each[:7] for each in stems}
        assert len(stems) == 1, (family, stems)


@pytest.mark.django_db
def test_known_claims_are_brought_up_by_words_and_by_question():
    by_words = make.a_claim(text="Examplin lowers the risk of made-up fever.")
    by_question = make.a_claim(
        text="The old remedy keeps its promise.",
        intervention="Placebitol",
        asserts="lowers",
        outcome="back pain",
    )
    other = make.a_claim(text="Examplin does not lower the risk of made-up fever.")
    gone = make.a_claim(text="Examplin reduces made-up fever", **withdrawn())
    found = known_claims(
        [
            "Taking examplin reduces made-up fever.",
            "Placebitol eases back pain.",
            "Nothing of the kind.",
            "",
        ],
        milliseconds=60_000,
    )
    assert [one.claim for one in found[0]] == [by_words, other]
    assert [one.is_same for one in found[0]] == [True, False]
    assert found[1][0].claim == by_question
    assert found[1][0].by_question
    assert set(found) == {0, 1}
    assert gone not in [one.claim for one in found[0]]


def withdrawn():
    person = make.an_editor()
    return {
        "withdrawn_at": "2026-01-01T00:00Z",
        "withdrawn_by": person,
        "withdrawn_reason": "made up",
    }
