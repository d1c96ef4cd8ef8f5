"""Titles in many languages, put together of a beginning and a subject each."""

from itertools import product

WESTERN = {
    "French": (
        "Étude randomisée de | Efficacité et tolérance de | À propos de | "
        "Prévalence de | Évaluation de | L’intérêt de | Mère et nouveau-né :",
        "la crème à l’arnica chez l’âgé | la fièvre méditerranéenne | "
        "l’anémie par carence en fer | la chirurgie de la main brûlée | "
        "l’œdème aigu du poumon | la dépression sévère à l’hôpital | "
        "la sclérose en plaques, où en est-on",
    ),
    "German": (
        "Über die Wirkung von | Häufigkeit von | Behandlung von | "
        "Größe und Verlauf von | Früherkennung von | Prävention von | Ursachen von",
        "Rückenschmerzen im höheren Alter | Fußpilz bei Läufern | "
        "Müdigkeit nach Krebs | Übergewicht bei Schülern | Ödemen der Beine | "
        "Schlafstörungen und Ängsten | Hautkrebs der äußeren Nase",
    ),
    "Spanish": (
        "Evaluación de | Eficacia clínica de | Más sobre | Prevalencia según | "
        "Revisión sistemática de | Síntomas tras | Niños con",
        "la artritis en el año 2012 | la cirugía de corazón | "
        "la infección urinaria | el sueño y la ansiedad | "
        "la diabetes en niñas pequeñas | la pérdida de visión | "
        "el cáncer de estómago",
    ),
    "Portuguese": (
        "Avaliação de | Efeitos da | Prevenção de | Relação entre | "
        "Associação com | Saúde e | Não adesão à",
        "pressão arterial em irmãos | nutrição do coração | infecções do pulmão | "
        "depressão pós-parto em mães | lesões crônicas do joelho | "
        "medicação e função cognitiva | vacinação contra o sarampo no verão",
    ),
    "Italian": (
        "Qualità della | Perché si usa la | È utile la | Attività fisica e | "
        "Più dolore dopo la | Così cambia la | Età e",
        "terapia in età pediatrica | chirurgia della mano | città e asma | "
        "libertà di movimento | infermità mentale | densità ossea è bassa | "
        "malattia di cui si sa già molto",
    ),
    "Danish and Norwegian": (
        "Undersøgelse af | Behandling på | Livskvalitet før og efter | "
        "Årsager til | Øget risiko for | Betydningen af | Forløb ved",
        "søvnløshed hos ældre | blodtryk hos børn | hjertesygdom på sygehus | "
        "smerter i ryg og knæ | allergi over for pollen om foråret | "
        "dødsfald efter fald | nøddeallergi i småbørnsalder",
    ),
    "Swedish and Finnish": (
        "Behandling av | Långtidseffekter av | Hälsa och | Vård vid | "
        "Tutkimus: mitä on | Sjuksköterskans syn på | Ökad",
        "högt blodtryck hos äldre | smärta i rygg och knä | övervikt hos barn | "
        "sömnstörningar på sjukhus | ihon ikääntyminen ja hyvä hoito | "
        "käsien pesu päiväkodissa | hjärtsvikt",
    ),
    "English with signs": (
        "Women’s views of | A “simple” test for | The naïve patient – | "
        "Sjögren’s and | Ménière’s disease: | Café-au-lait spots and | "
        "Guillain–Barré after",
        "pain 5 ± 2 | fever above 38 °C | a 5 µg dose | Botox® injections | "
        "the patient’s voice | a 50–60 year-old’s skin | a £5 co-payment",
    ),
}
LANGUAGES = {
    "Chinese": (
        "中药治疗 | 针灸治疗 | 儿童 | 老年人 | 慢性 | 急性 | 关于",
        "糖尿病的临床观察 | 高血压的随机对照试验 | 失眠症疗效分析 | "
        "皮肤老化的研究进展 | 乳腺癌术后护理 | 骨质疏松症的流行病学调查 | "
        "肝炎病毒感染",
    ),
    "Chinese, traditional": (
        "中藥治療 | 針灸治療 | 兒童 | 老年人 | 慢性 | 急性 | 關於",
        "糖尿病的臨床觀察 | 高血壓的隨機對照試驗 | 失眠症療效分析 | "
        "皮膚老化的研究進展 | 乳癌術後護理 | 骨質疏鬆症的調查 | 肝炎病毒感染",
    ),
    "Japanese": (
        "高齢者における | 小児の | 無作為化比較試験による | 慢性 | 急性 | 女性の | "
        "日本の",
        "糖尿病の治療効果 | 高血圧症に関する研究 | 皮膚の老化について | "
        "うつ病とストレス | インフルエンザの流行 | がん患者のケア | 睡眠障害の検討",
    ),
    "Korean": (
        "노인의 | 소아 | 여성에서 | 만성 | 급성 | 무작위 대조 시험: | 한국",
        "당뇨병 치료 효과 | 고혈압에 관한 연구 | 피부 노화 | 우울증과 스트레스 | "
        "독감 유행 | 암 환자의 간호 | 수면 장애",
    ),
    "Polish": (
        "Badanie | Skuteczność | Wpływ | Ocena | Częstość | Leczenie | Rola",
        "bólu ręki u osób starszych | żywienia dzieci i młodzieży | "
        "ćwiczeń na świeżym powietrzu | nadciśnienia tętniczego | "
        "opieki pielęgniarskiej | chorób skóry głowy | zakażeń dróg moczowych",
    ),
    "Czech and Slovak": (
        "Léčba | Účinnost | Výskyt | Vliv | Studie o | Hodnocení | Péče při",
        "bolesti zad u dětí | vysokého tlaku u starších žen | "
        "kožních nemocí ruky | úzkosti a nespavosti | zlomenin kyčle | "
        "žilní trombózy | srdcového zlyhania",
    ),
    "Hungarian": (
        "A kezelés | Az időskori | A gyermekkori | Új módszer: | Összefüggés: | "
        "A felnőttkori | Tanulmány:",
        "fájdalom és alvás | bőrbetegségek gyógyítása | szívműtét után | "
        "a vérnyomás csökkentése | fertőzések előfordulása | "
        "a cukorbetegség szövődményei | a tüdőgyulladás",
    ),
    "Romanian": (
        "Tratamentul | Eficacitatea | Studiu asupra | Incidenţa | Rolul | "
        "Evaluarea | Evoluţia",
        "durerii la vârstnici | hipertensiunii arteriale şi a inimii | "
        "sănătăţii mintale | infecţiilor urinare la copii | bolilor de piele | "
        "somnului în spital | fracturii de şold",
    ),
    "Croatian and Slovene": (
        "Liječenje | Učinak | Učestalost | Zdravljenje | Procjena | Vpliv | Važnost",
        "boli kod starijih žena | šećerne bolesti | "
        "povišenega krvnega tlaka pri otrocih in ženskah | "
        "kožnih bolesti ruke i čela | nespečnosti v bolnišnici | "
        "ozljeda pri trčanju | bolečin v križu",
    ),
    "Russian": (
        "Лечение | Эффективность терапии | Исследование | Влияние | Оценка | "
        "Частота | О роли",
        "сахарного диабета у пожилых | артериальной гипертензии | старения кожи | "
        "боли в спине | пневмонии у детей | тревоги и бессонницы | "
        "рака молочной железы",
    ),
    "Bulgarian and Ukrainian": (
        "Лечение на | Вплив | Оценка на | Лікування | Честота на | Поширеність | "
        "Роля на",
        "болката в гърба | артеріальної гіпертензії | кожата при възрастни | "
        "цукрового діабету | съня и тревожността | здоров’я дітей | инфекциите",
    ),
    "Greek": (
        "Η θεραπεία | Αποτελεσματικότητα | Μελέτη για | Η επίδραση | Αξιολόγηση | "
        "Συχνότητα | Ο ρόλος",
        "του σακχαρώδη διαβήτη | της υπέρτασης σε ηλικιωμένους | "
        "της γήρανσης του δέρματος | του πόνου στη μέση | "
        "της πνευμονίας στα παιδιά | του άγχους και της αϋπνίας | "
        "του καρκίνου του μαστού",
    ),
    "Turkish": (
        "Yaşlılarda | Çocuklarda | Kadınlarda | Kronik ağrıda | "
        "Üniversite öğrencilerinde | İlaç ve | Hastanede",
        "şeker hastalığının tedavisi | yüksek tansiyonun etkisi | "
        "cilt yaşlanması | bel ağrısının sıklığı | "
        "kaygı ve uykusuzluğun değerlendirilmesi | diş sağlığı | göğüs kanseri",
    ),
    "Hebrew": (
        "טיפול | יעילות הטיפול | מחקר על | השפעת | הערכת | שכיחות | תפקיד",
        "בסוכרת אצל קשישים | ביתר לחץ דם | הזדקנות העור | כאבי גב | "
        "דלקת ריאות בילדים | חרדה ונדודי שינה | סרטן השד",
    ),
    "Arabic": (
        "علاج | فعالية | دراسة حول | تأثير | تقييم | انتشار | دور",
        "داء السكري لدى المسنين | ارتفاع ضغط الدم | شيخوخة الجلد | آلام الظهر | "
        "الالتهاب الرئوي عند الأطفال | القلق والأرق | سرطان الثدي",
    ),
}
# The encodings that a language's files come in.
ENCODED = {
    "Chinese": ("gbk", "gb18030"),
    "Chinese, traditional": ("big5", "gb18030"),
    "Japanese": ("shift_jis", "euc_jp"),
    "Korean": ("euc_kr", "cp949"),
    "Polish": ("cp1250", "iso8859_2"),
    "Czech and Slovak": ("cp1250", "iso8859_2"),
    "Hungarian": ("cp1250", "iso8859_2"),
    "Romanian": ("cp1250", "iso8859_2"),
    "Croatian and Slovene": ("cp1250", "iso8859_2"),
    "Russian": ("cp1251", "koi8_r"),
    "Bulgarian and Ukrainian": ("cp1251",),
    "Greek": ("cp1253", "iso8859_7"),
    "Turkish": ("cp1254",),
    "Hebrew": ("cp1255",),
    "Arabic": ("cp1256",),
}


def titles(language):
    """Fifty titles or so of a language."""
    said = {**WESTERN, **LANGUAGES}[language]
    beginnings, subjects = (part.split(" | ") for part in said)
    divider = "" if language.startswith(("Chinese", "Japanese")) else " "
    return [f"{a}{divider}{b}" for a, b in product(beginnings, subjects)]
