"""Passages written for the attacks: languages other than English, verses, recipes and programs."""

from __future__ import annotations

LANGUAGES: dict[str, tuple[str, ...]] = {
    "german": (
        "Viele Schüler tragen jeden Tag ihr Telefon in der Tasche, und die meisten sehen in jeder Pause darauf.",
        "Die Lehrer klagen, dass niemand mehr zuhört, wenn eine Nachricht auf dem Bildschirm aufleuchtet.",
        "Trotzdem wäre ein Verbot falsch, weil die Eltern ihre Kinder erreichen wollen.",
        "Besser wäre es, wenn die Schule klare Regeln aufstellt und sich alle daran halten.",
        "Zum Beispiel könnten die Geräte während des Unterrichts in einem Kasten am Fenster liegen.",
        "So lernen die Jugendlichen, dass es Zeiten gibt, in denen man ganz bei einer Sache bleibt.",
        "Wer später arbeitet, muss das auch können, denn kein Chef sieht gern ein Telefon auf dem Tisch.",
        "Deshalb bin ich gegen ein Verbot, aber für strenge und gerechte Regeln.",
        "Außerdem sollte die Schule erklären, wie man Falsches von Wahrem unterscheidet.",
    ),
    "french": (
        "Chaque matin, des milliers d'élèves prennent le bus avant le lever du soleil pour arriver à l'heure.",
        "Ils sont fatigués, ils n'ont pas faim, et les premières heures de cours ne leur apprennent presque rien.",
        "Les médecins disent que les adolescents ont besoin de dormir plus longtemps que les adultes.",
        "Pourtant, beaucoup de parents craignent que le nouvel horaire ne gêne leur travail.",
        "À mon avis, la santé des élèves doit passer avant les habitudes des adultes.",
        "Dans une ville voisine, les cours commencent une heure plus tard depuis deux ans.",
        "Les notes y sont meilleures, et les accidents sur la route sont devenus plus rares.",
        "C'est pourquoi notre école devrait essayer la même chose pendant une année.",
    ),
    "spanish": (
        "En nuestro barrio no hay un solo parque donde los niños puedan jugar después de la escuela.",
        "Las calles son estrechas, los coches pasan muy rápido y los vecinos mayores no tienen dónde sentarse.",
        "Por eso creo que el ayuntamiento debería comprar el terreno vacío que está junto a la biblioteca.",
        "Algunas personas dicen que costaría demasiado, pero nadie ha calculado todavía cuánto cuesta no hacer nada.",
        "Un parque con árboles da sombra en verano y limpia el aire que respiramos.",
        "Además, los jóvenes que hacen deporte tienen menos problemas y duermen mejor.",
        "Mi abuela cuenta que antes todos se conocían porque se encontraban en la plaza.",
        "Si queremos vivir en paz, necesitamos lugares donde podamos encontrarnos otra vez.",
    ),
    "russian": (
        "Каждый год наша школа тратит много денег на новые учебники, которые никто не открывает.",
        "Ученики давно читают с экрана, а тяжёлые книги лежат в шкафу и собирают пыль.",
        "Я считаю, что эти деньги лучше отдать на музыку и спорт, которых нам очень не хватает.",
        "Конечно, не у каждого дома есть компьютер, и об этом нельзя забывать.",
        "Но школа может дать таким детям устройство на время, как это делает библиотека.",
        "Кроме того, учителя получат возможность выбирать тексты сами и менять их каждый месяц.",
        "Поэтому я поддерживаю предложение директора и надеюсь, что родители тоже согласятся.",
    ),
}
LANGUAGES_HELD_OUT: dict[str, tuple[str, ...]] = {
    "italian": (
        "Ogni estate la nostra città si riempie di turisti che arrivano al mattino e partono la sera.",
        "Lasciano poco denaro nei negozi e molta plastica sulle spiagge, e i cittadini ne sono stanchi.",
        "Secondo me il comune dovrebbe limitare il numero delle navi che possono entrare nel porto.",
        "Chi ha un albergo teme di perdere i clienti, ma i clienti migliori sono quelli che restano una settimana.",
        "Inoltre le vecchie case del centro non sono fatte per una folla così grande.",
        "Mio zio, che fa il pescatore, dice che il mare non è mai stato tanto sporco.",
        "Per queste ragioni penso che una regola chiara sarebbe un bene per tutti.",
    ),
    "portuguese": (
        "Muitos alunos da minha escola trabalham à tarde para ajudar a família em casa.",
        "Quando chegam à aula no dia seguinte, estão cansados e não conseguem prestar atenção.",
        "Por isso acho que os professores deveriam passar menos tarefas durante a semana.",
        "Algumas pessoas dizem que sem tarefa ninguém aprende, mas isso não é verdade.",
        "Aprendemos quando entendemos, e não quando copiamos vinte páginas à meia-noite.",
        "Além disso, cada matéria pede a sua parte, e ninguém soma as horas de todas elas.",
        "Se a escola quer bons resultados, precisa começar por respeitar o nosso tempo.",
    ),
    "dutch": (
        "In ons dorp rijdt de laatste bus om zeven uur, en daarna kan niemand zonder auto nog ergens heen.",
        "Jongeren die in de stad willen sporten, moeten hun ouders vragen om hen te brengen en te halen.",
        "Volgens mij moet de gemeente een kleine bus laten rijden die ook in de avond komt.",
        "Dat kost geld, maar elke auto die thuis blijft, spaart ook geld en maakt de lucht schoner.",
        "Bovendien kunnen oudere mensen dan zelf naar hun familie reizen.",
        "Mijn buurvrouw heeft haar zus al een half jaar niet gezien omdat er geen bus gaat.",
        "Daarom hoop ik dat de raad volgende maand voor het plan zal stemmen.",
    ),
    "polish": (
        "W naszej szkole od kilku lat brakuje miejsca, w którym uczniowie mogliby spokojnie odrobić lekcje.",
        "Biblioteka jest zamykana o drugiej, a w domu wielu z nas dzieli pokój z młodszym rodzeństwem.",
        "Uważam, że dyrekcja powinna otworzyć jedną salę do wieczora.",
        "Nauczyciele mówią, że nie mają czasu pilnować, ale starsi uczniowie mogliby im pomóc.",
        "Dzięki temu każdy miałby równe szanse, niezależnie od tego, gdzie mieszka.",
        "Poza tym wspólna nauka uczy cierpliwości i odpowiedzialności za innych.",
        "Dlatego proszę o poważne rozważenie tego pomysłu.",
    ),
    "swedish": (
        "På vår skola slänger vi varje dag mer mat än vad en hel klass skulle kunna äta.",
        "Många tar för mycket på tallriken och hinner sedan inte äta upp innan lektionen börjar.",
        "Jag tycker att lunchen borde vara en kvart längre och att köket skulle fråga oss vad vi vill ha.",
        "Det låter kanske dyrt, men maten som kastas kostar också pengar.",
        "Dessutom är det fel att kasta bröd när andra inte har något.",
        "Min syster går i en skola där eleverna lagar maten själva en gång i veckan.",
        "Där kastar nästan ingen något, eftersom alla vet hur mycket arbete som ligger bakom.",
    ),
    "chinese": (
        "我们学校的图书馆每天下午四点就关门，很多同学放学以后没有地方看书。",
        "有些同学家里很吵，弟弟妹妹在旁边玩，很难安静地写作业。",
        "我认为学校应该让图书馆开到晚上七点，这样大家都有一个公平的机会。",
        "也有人说这样会增加费用，但是可以请高年级的学生轮流帮忙。",
        "另外，老师也可以在那里回答问题，帮助那些跟不上的同学。",
        "去年隔壁的学校试了这个办法，学生的成绩有了很大的进步。",
        "所以我希望校长能够认真考虑这个建议，给我们一次尝试的机会。",
    ),
}
POEMS = (
    (
        "The lamp went out above the door,", "the rain came in across the floor,",
        "and nobody who lived there knew", "how long the wind had wandered through.",
    ),
    (
        "O river with your silver sleeve,", "you teach the patient how to leave,",
        "you teach the restless how to stay", "and carry every name away.",
    ),
    (
        "I kept a feather in a book,", "a thing the summer never took,",
        "and when the snow lay on the hill", "I turned the page. It trembled still.",
    ),
    (
        "Go softly, child, along the wall,", "the apples are about to fall,",
        "the night has hung its coat of blue", "on every branch that waits for you.",
    ),
    (
        "And if I come no more, my dear,", "then let the kettle sing me near,",
        "then let the clock forget to chime", "and lend me back a little time.",
    ),
    (
        "For all we had was bread and light,", "a crooked chair, a borrowed night,",
        "and all we wanted, all we swore,", "was bread, and light, and nothing more.",
    ),
)  # fmt: skip
RECIPES = (
    "Lentil soup\n\nIngredients\n- 2 cups red lentils\n- 1 large onion, chopped\n- 3 cloves garlic\n"
    "- 2 tbsp olive oil\n- 1 tsp cumin\n- 6 cups water\n- salt and pepper\n\nMethod\n"
    "1. Heat the oil in a large pot.\n2. Add the onion and cook for 5 minutes.\n"
    "3. Stir in the garlic and the cumin.\n4. Rinse the lentils and add them with the water.\n"
    "5. Simmer for 25 minutes, stirring now and then.\n6. Season with salt and pepper.\n"
    "7. Serve hot with bread.",
    "Apple crumble\n\nIngredients\n- 6 apples, peeled and sliced\n- 100 g sugar\n- 200 g flour\n"
    "- 120 g cold butter\n- 1 tsp cinnamon\n\nMethod\n1. Heat the oven to 180 degrees.\n"
    "2. Put the apples in a baking dish.\n3. Sprinkle half of the sugar and the cinnamon over them.\n"
    "4. Rub the butter into the flour.\n5. Stir in the rest of the sugar.\n"
    "6. Spread the crumble over the fruit.\n7. Bake for 35 minutes until golden.\n"
    "8. Let it stand for 10 minutes.",
    "Flat bread\n\nIngredients\n- 500 g flour\n- 300 ml warm water\n- 1 packet dry yeast\n- 2 tsp salt\n"
    "- 3 tbsp yogurt\n\nMethod\n1. Mix the flour, the yeast and the salt.\n"
    "2. Add the water and the yogurt.\n3. Knead for 10 minutes.\n4. Cover and leave for 1 hour.\n"
    "5. Divide into 8 balls and roll them out.\n6. Heat a dry pan.\n"
    "7. Fry each bread for 2 minutes on both sides.\n8. Brush with butter and serve at once.",
)
CODE = (
    "import sys\n\ndef read_rows(path):\n    rows = []\n    with open(path) as file:\n        for line in file:\n"
    "            name, score = line.strip().split(',')\n            rows.append((name, int(score)))\n    return rows",
    "def mean(values):\n    if not values:\n        return 0.0\n    return sum(values) / len(values)\n\n"
    "def ranked(rows):\n    return sorted(rows, key=lambda row: row[1], reverse=True)",
    "class Table:\n    def __init__(self, rows):\n        self.rows = rows\n\n    def show(self, limit=10):\n"
    "        for place, (name, score) in enumerate(self.rows[:limit], start=1):\n"
    "            print(f'{place}. {name}: {score}')",
    "for (let i = 0; i < items.length; i++) {\n  if (items[i].price > 20 && !items[i].sold) {\n"
    "    total += items[i].price;\n    list.push(items[i].name);\n  } else {\n    skipped++;\n  }\n}",
    'int main(void) {\n    int n = 0;\n    while (scanf("%d", &n) == 1) {\n        printf("%d\\n", n * n);\n'
    "    }\n    return 0;\n}",
    "if __name__ == '__main__':\n    table = Table(ranked(read_rows(sys.argv[1])))\n    table.show()\n"
    "    print('mean:', mean([score for _, score in table.rows]))",
)
