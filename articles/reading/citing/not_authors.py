"""Words in capitals that a year may stand behind, and that name no author."""

NOT_NAMES = frozenset(
    """
    january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn
    fall winter monday tuesday wednesday thursday friday saturday sunday table
    figure fig box section chapter study studies trial phase version update updated
    since until before after from between during in on by at as to see also and or
    the a an this these that published accessed retrieved copyright volume vol no
    number page pages day week month year years early mid late circa covid sars us
    usa uk eu un new north south east west united states act law directive
    regulation census olympics congress conference annual edition ed eds appendix
    protocol about around approximately only through class cohort group survey model
    women men adults children patients participants source data medicare medicaid bc
    ad ce bce isbn doi pmid level however although while when where because but if
    results review methods grade stage part type note using both each with without
    over under then there their its our we they he she it for of per total n mean
    age baseline images photos media windows office brexit election elections euro
    cup season budget summit linnaeus linn fabricius pandemic epidemic lockdown wave
    christmas easter ramadan diwali lent ebola zika mers mon tue tues wed thurs fri sat
    recession storm expo quarter fy vitamin provitamin hepatitis influenza omega plan
    factor strain schedule category zone gate hall room coenzyme immunoglobulin
    hurricane
    typhoon cyclone researchers scientists doctors experts authors investigators
    physicians nurses regulators officials reporters readers analysts
    """.split()
)
# Names that are a place's before a person's: no author by a year alone.
PLACES = frozenset(
    """
    aarhus abuja accra adelaide afghanistan africa alabama alaska albania alexandria
    algeria alma-ata almaty america amsterdam angeles angola ankara antwerp
    argentina arizona arkansas armenia asia athens atlanta auckland australia
    austria azerbaijan baghdad bahrain baltimore bangkok bangladesh barcelona basel
    beijing belarus belfast belgium belgrade benin berlin bern bilbao birmingham
    bogota bolivia bologna bordeaux bosnia boston botswana brasilia bratislava
    brazil brighton brisbane brno bruges brussels bucharest budapest bulgaria
    burundi busan cairo calgary california cambodia cameroon canada caracas cardiff
    casablanca chennai chicago chile china cleveland cologne colombia colombo
    colorado congo connecticut copenhagen croatia cyprus czechia dakar delhi denmark
    detroit dhaka diego doha dresden dubai dublin durban ecuador edinburgh egypt
    england estonia ethiopia europe fiji finland florence florida france francisco
    frankfurt gabon gambia geneva germany ghana glasgow gothenburg graz greece
    guangzhou guatemala guinea haiti hamburg hanoi havana hawaii helsinki hiroshima
    honduras hungary iceland idaho illinois india indiana indonesia iowa iran iraq
    ireland israel istanbul italy jakarta jamaica janeiro japan jerusalem
    johannesburg kampala kansas karachi kathmandu kazakhstan kentucky kenya kiev
    kolkata kong korea krakow kuwait kyiv kyoto lagos lahore laos latvia lausanne
    lebanon leeds leipzig liberia libya lima lisbon lithuania liverpool ljubljana
    london louisiana luxembourg lyon maastricht madagascar madrid malawi malaysia
    mali malmö malta manchester manila marseille maryland massachusetts mauritius
    melbourne mexico miami michigan milan minneapolis minnesota minsk mississippi
    missouri moldova mongolia montreal morocco moscow mozambique mumbai munich
    myanmar nagoya nairobi namibia naples nebraska nepal netherlands nevada
    nicaragua niger nigeria norway ohio oklahoma oman ontario oregon orleans osaka
    oslo ottawa oxford pakistan palestine panama paraguay paris paulo pennsylvania
    peru philadelphia philippines pittsburgh poland porto portugal prague pretoria
    qatar quebec queensland reykjavik riga rio riyadh romania rome rotterdam russia
    rwanda salzburg santiago sapporo scotland seattle senegal seoul serbia seville
    shanghai shenzhen singapore slovakia slovenia sofia somalia spain stockholm
    strasbourg stuttgart sudan sweden switzerland sydney syria taipei taiwan tallinn
    tampere tanzania tehran tennessee texas thailand togo tokyo toronto toulouse
    tunis tunisia turin turkey uganda ukraine uppsala uruguay utah utrecht
    uzbekistan vancouver venezuela venice vermont vienna vietnam vilnius wales
    warsaw washington wisconsin wuhan wyoming yemen york zagreb zambia zealand
    zimbabwe zurich
    """.split()
)

# Names of firms and agencies that make, sell or picture what is dated.
FIRMS = frozenset(
    """
    adidas airbnb airbus alphabet amazon apple audi bbc bloomberg bmw boeing cnn dell
    disney ebay facebook fiat flickr ford getty google hbo honda huawei hyundai ibm
    ikea instagram intel itv kia lego lenovo mazda meta microsoft nestle netflix nike
    nintendo nissan nokia panasonic paramount pepsi pixabay pixar porsche renault
    reuters samsung shell shutterstock siemens sony spotify starbucks tesla tesco
    tiktok statacorp mathworks graphpad toshiba toyota
    twitter uber unilever unsplash volkswagen volvo walmart
    whatsapp wikimedia yahoo youtube
    """.split()
)

# Short names of illnesses, measures, methods and authorities, which name no trial
NOT_TRIALS = frozenset(
    """
    ADHD AIDS ALS ANOVA ASMR BCG BMI CBD CBT CDC COPD COVID CRP CT DNA ECG EEG EMA EU
    FDA FMRI GERD GRADE GWAS HDL HIV HPV HRT IBD IBS ICU IGF IQ IUD IVF JAMA LDL LSD
    MDMA MMR MRI MRSA MSM NAD NASA NHS NICE NIH NSAID OCD PCOS PCR PET PMS PRISMA PRP
    PSA PTSD RCT RNA ROS SARS SPF SSRI STD STI TENS THC TNF USA USDA UTI UVA UVB VAT WHO
    """.split()
)
