"""Passages that hold no citation, by what they could be mistaken for; also in essays that cite."""

from __future__ import annotations

import pytest
from citation_reading import spans

DATES = [
    "The strike (1926) cost the mill its name.", "The queen (1819-1901) never saw it.",
    "The queen (r. 1837-1901) never saw it.", "In 2014, Boston flooded twice.", "In 2014, our team won.",
    "Since 2014 the lake has shrunk.", "The Act of 1832 changed little.", "The Clean Air Act (1970) was a start.",
    "The Olympic Games (2012) were held in London.", "The school opened (September 2009) late.",
    "My brother (born 2004) laughed.", "The treaty (signed 1919) failed.", "Apollo 11 (1969) landed softly.",
    "World War II (1939–1945) shaped my street.", "The crash (Oct. 29, 1929) ruined many.",
    "We moved (in 2016) to a farm.", "The summer of 2019, Maria learned to swim.", "By 2050, cities will be hot.",
    "It was 1999 (Y2K) and we laughed.", "The Great Depression (1929-39) came.", "It rained on Tuesday (May 4).",
    "The 1990s (and early 2000s) were loud.", "The battle (1066 AD) was short.", "She was born in Lyon (1907).",
    "Titanic (1912) sank fast.", "Hurricane Sandy (2012) hit us.", "The Boston Marathon (2013) was dark.",
    "The Model T (1908) was cheap.", "The Black Death (1347-1351) killed many.", "In 1969 Armstrong walked there.",
    "In 2008, Obama won the election.", "The class of 2022 (seniors) voted.",
]  # fmt: skip
FILMS_AND_PRODUCTS = [
    "I like Coco (2017) best.", "Frozen (2013) and Moana (2016) are fun.", "The game (Halo 3) is old.",
    "My phone (iPhone 12) broke.", "He drives a truck (Ford F-150).", "They fly a plane (Boeing 747).",
    "The console (PS5) is loud.", "The car (Tesla Model 3) is quiet.", "I watched Jaws (1975) with my dad.",
    "It flew on Windows (95).", "The song (No. 1 for weeks) is bad.", "He wears a jersey (number 23).",
    "The bus (Route 12) is late.", "We took the train (Line 4) home.", "The highway (I-95) is full.",
    "The room (B 12) is cold.",
]  # fmt: skip
SHORT_FORMS = [
    "The World Health Organization (WHO) met.", "Artificial intelligence (AI) grows.",
    "The National Parks Service (NPS) is small.", "Grade point averages (GPAs) rise.",
    "Attention disorders (ADHD) are common.", "The United Nations (U.N.) met.", "Body mass index (BMI) is crude.",
    "The driver (a.k.a. Speedy) left.", "Mr. Park (our coach) left.", "The mayor (Ms. Ortiz) smiled.",
    "The Student Council (SC) meets (Room 12).", "Sulfur dioxide (SO2) stinks.", "Water (H2O) is wet.",
    "Carbon dioxide (CO2) traps heat.", "The internet of things (IoT) grows.", "Students (and Teachers) vote.",
    "The committee (Anna, Ben, and Carl) agreed.", "My friends (Ana and Luis) came.",
    "The twins (Max and Leo, 9) ran.", "The dog (Rex 2) barks.", "My sister (Emma, 14) sings.",
]  # fmt: skip
POINTERS_WITHIN = [
    "Turn left (see the map).", "The numbers rise (see Figure 2).", "The numbers rise (see below).",
    "The numbers rise (see above).", "The numbers rise (see Table 4).", "The numbers rise (Figure 2).",
    "The numbers rise (fig. 2).", "The numbers rise (Fig. 3, p. 2).", "The numbers rise (see above, p. 2).",
    "The second source of light is a lamp.", "In the second text I sent her, I said no.",
    "The numbers rise (Table 4).", "The numbers rise (see Appendix A).",
    "The numbers rise (chart below).", "As I said in paragraph 2 of my essay, it helps.",
    "In my second paragraph I said so.", "My third body paragraph shows it.", "In the next paragraph I will show it.",
    "In this paragraph I will show it.", "In the last paragraph of this essay I said so.",
    "In my introduction (paragraph 1) I said so.", "The first page of my notebook is torn.",
    "We read ten pages a night.", "I stood in line 20 minutes.", "He crossed the finish line 2 seconds late.",
    "Draw a line 5 inches long.", "She wrote a 3 page essay.", "A five-paragraph essay is dull.",
    "Write at least 4 paragraphs.", "Section 8 housing is scarce.", "They filed Chapter 11 papers.",
    "Article 5 of the treaty binds us.", "Act 3 days early.", "He has 3 parts to play.",
]  # fmt: skip
LISTS = [
    "We need (1) paint, (2) brushes, and (3) time.", "We need (a) paint and (b) time.", "Answer (b) is right.",
    "There are two reasons (1).", "First (1), it is cheap.", "Step 1) Mix. Step 2) Stir.", "1. Paint\n2. Brushes",
    "I. Introduction\nII. Body", "See rule (3).", "Choose one (1) of them.", "Twelve (12) people came.",
    "He owes five (5) dollars.", "Only three (3) of us stayed.", "Form 10(b) is due.",
    "It has options (A), (B), and (C).", "Part (i) is easy.",
]  # fmt: skip
NUMBERS = [
    "We lost (3-2).", "We lost (21–14) again.", "They won 3-2 (2-1 at the half).", "The bell rings (8:15).",
    "It starts late (8:30 a.m.).", "It is far (12 miles).", "It is far (12 mi).", "He is old (92).",
    "He is old (aged 92).", "She is young (only 12).", "Most voted yes (75%).", "Most voted yes (75 percent).",
    "Most voted yes (about 75).", "It costs a lot ($40).", "It costs a lot (40 dollars).", "The sum (2 + 2) is four.",
    "f(2) is four.", "If x (12) is even, stop.", "The area (20 x 30) is big.", "Call us (555-0123).",
    "Call (212) 555-0123.", "It is cold (-5).", "It is cold (5 °C).", "The room holds few (30).",
    "The ratio (1:4) is low.", "The team (5-0) is good.", "He scored a lot (32 points).", "His grade (93) was good.",
    "My score (1450) was high.", "A few (3 or 4) left.", "Many (thousands) left.", "We ran 5 km² of trails.",
    "The room has 20 m² of floor.", "It holds 10⁶ cells.", "E = mc² is famous.", "x² + y² = z² holds.",
]  # fmt: skip
ASIDES = [
    "She (of course) left.", "He wrote “goed [sic] home” there.", "They said “[we] lost” and left.",
    "“It [the dog] ran,” he said.", "He left ([laughs]).", "That was fun (not).", "He smiled (sadly).",
    "We ate (pizza, salad, cake).", "It is *very* late.", "It is _very_ late.", "It is late*.", "*This is a note.",
    "** Note **", "\"Go,\" said Tom.", "\"Go,\" Tom said (quietly).", "“Stop!” (Tom)",
    "He asked, \"Why?\" (I laughed.)", "“I am here,” Maria said. (She was not.)", "We (Tom and I) left.",
    "It is big (bigger than Texas).", "He is from there (Ohio).", "It is warm there (Florida).",
    "We met (Monday, 8 a.m.).", "They (Spain and France) agreed.", "Yes (really).", "He left (See you!).", "Lol (:",
    "I left :(", "He is (was) kind.", "My mom (Dr. Park) agreed.", "The winner (Team 3) cheered.",
    "My class (Room 204) cheered.", "Our street (Elm 14) is quiet.", "She lives far away (Elm Street 14).",
    "I saw him (Tom).", "She read it (twice).", "It ends well (I think).", "They left (all 12 of them).",
]  # fmt: skip
TALK = [
    "According to my teacher, bees dance.", "According to scientists, bees dance.",
    "According to the text, bees dance.", "According to a study, bees dance.", "According to Tom, bees dance.",
    "The author states that bees dance.", "The author of the text says that bees dance.",
    "The passage states that bees dance.", "The article says that bees dance.", "The text shows that bees dance.",
    "In the article, the author says that bees dance.", "As the author puts it, bees dance.",
    "The first source of money is taxes.", "A source close to the mayor spoke.", "Cite your source or fail.",
    "I text 2 friends.", "Text me at 5.", "He documents 3 cases.", "I passed age 5 there.",
    "One article a day is enough.", "She wrote 2 articles.", "Each source is different.",
    "My essay “Late Bells” won.", "My dog is called “Late Bells.”", "He said, “Late Bells Are Fine.”",
    "They call it “The Big Sleep” here.", "The sign said “No Parking.”", "Our motto is “Work Hard, Play Hard.”",
    "My favorite song is “Late Bells.”", "The word “freedom” means much.", "Google.com is a company.",
    "I bought it on Amazon.com last year.", "Write to me at ana@bees.org today.", "Dr. Seuss wrote for kids.",
    "Tom wrote a letter to Santa.", "In Boston, Tom argues with everyone.", "In March, Maria found a dog.",
    "In The Gambia, people fish.",
]  # fmt: skip
LONGER_TALES = [
    "Our club has a constitution, and Article 1 of it says that snacks come first.",
    "Article 3 of the club rules says no shoes.", "Section 3 of the stadium was empty.",
    "We sat in section 3, row 5, and froze.", "We sat in Section C and froze.", "We live in section 5 of the park.",
    "Turn to page 4 of the yearbook and you will find me.", "My name is on page 4 of the yearbook.",
    "My diary is full, and on page 12 I wrote about the dog.", "I am on chapter 5 of my life, said Grandma.",
    "The recipe is on page 40 of my mother's cookbook.", "The 4 line is always late, and line 4 smells.",
    "In line 3 of my code there was a bug.", "There is a bug in line 3 of my program.",
    "I wrote line 12 of the class poem.", "In the second paragraph of my letter I asked for a refund.",
    "The third paragraph of my letter was too angry.", "My friend (Maria 12) and her brother (Leo 9) came.",
    "My cousins (Ana, 12, and Leo, 9) came.", "Our coach (Mr. Ruiz) and his dog (Duke 3) came.",
    "Our starting five (Kim 11, Ruiz 7, Park 4) played well.", "The goalie (Hernandez 1) saved it.",
    "The quarterback (Mills 12) threw it.", "The pitcher (Ortiz, 34) walked off.", "The captain (Jordan, 23) scored.",
    "The mayor (Ortiz, 54) resigned.", "The mayor (Ortiz, D) resigned.", "The senator (R-Ohio) resigned.",
    "The bus (No. 12) was late.", "The flight (Delta 404) was late.", "The flight (UA 12) was late.",
    "The sonata (Op. 27) is sad.", "The symphony (No. 5) is loud.", "Beethoven (1770-1827) was deaf.",
    "The statue (1886) is green.", "The Eiffel Tower (1889) is tall.",
    "The school's first play (Hamlet, 1999) was a mess.", "The class play (Hamlet, 2019) was a mess.",
    "The store on Elm (Store 12) closed.", "Her locker (Locker 214) is red.", "My size (Large 42) sold out.",
    "The score (Lions 21, Bears 14) was close.", "The final (Lions 3, Bears 2) was close.",
    "My vote (Smith, 2016) was wasted.", "I voted for the other one (Clinton, 2016).",
    "The president (Obama, 2008) won.", "Some years (2016, 2018, 2020) were hot.",
    "Two winters (2013 and 2014) were cold.", "Our team won twice (2013, 2014).", "They won the cup (2014).",
    "He won gold (Rio 2016).", "She won gold (London, 2012).", "The best album (Thriller, 1982) is old.",
    "My favorite movie (Up, 2009) made me cry.", "My favorite game (Zelda, 1998) is old.",
    "The model (Corolla, 2004) still runs.", "Our car (a Corolla, 2004) still runs.",
    "Our car (Toyota, 2004) still runs.", "His bike (Trek 520) is blue.", "The plane (Airbus A320) landed.",
    "The chip (Intel 8086) is old.", "The highway (Route 66) is long.", "The rule (Title 9) is fair.",
    "The law (Title IX, 1972) is fair.", "The amendment (the 19th, 1920) was late.",
    "The ruling (Brown, 1954) came late.", "The war (Vietnam, 1955-1975) was long.",
    "The battle (Gettysburg, 1863) was bloody.", "The flood (Calder, 1997) was bad.",
    "The earthquake (Chile, 1960) was bad.", "The storm (Sandy, 2012) was bad.", "The disease (COVID-19) spread.",
    "The vitamin (B12) helps.", "The element (Carbon 14) decays.", "The gas (CO2) rises.",
    "The planet (Kepler 22) is far.", "The galaxy (Messier 31) is far.", "The hall (Gym 2) was full.",
    "The date (Friday 13) scared me.", "The time (Monday 8) was bad.", "He left early (at 3).",
    "Ask any parent (or teacher, 7 a.m. or 7 p.m.).", "\"I quit\" (2 weeks later he was back).",
    "He said \"I quit\" (twice).", "She said \"never\" (and meant it).",
    "My brother calls it \"the zoo\" (2 dogs, 5 cats).", "We call it \"the pit\" (12 feet deep).",
    "\"Free lunch\" (12 dollars) is a lie.", "The sign says \"Max. speed\" (25).",
    "The word \"selfie\" (2013) is new.", "The word \"okay\" (1839) is old.",
    "They chanted \"Four more years\" (2012).", "He screamed \"Goal\" (3-2).",
    "The menu lists \"Soup of the Day\" (4).", "Her jersey says \"Ruiz\" (7).",
    "A source told the Ledger that the mayor would quit.", "The source of the river is a puddle.",
    "Source Street 4 is where I live.", "The Source is a mall.", "Our main source of income, 2 cows, died.",
    "Document everything, 3 times if you must.", "Passage to the pool is closed.", "Passage 2 people at a time.",
    "My text 2 hours ago was ignored.", "She answered text 1 but not text 2.",
    "The article I wrote for the school paper got 12 likes.",
    "According to paragraph law nobody can read, we owe money.", "According to rule 3, no running.",
    "According to rule 3 in paragraph 2 of our lease, no dogs.", "According to page one of my diary, I was happy.",
    "According to my aunt (a nurse), sleep helps.", "According to my aunt (Nurse Park), sleep helps.",
    "According to Coach Ruiz, \"defense wins\" (he says it daily).", "According to Ana (12), school is fun.",
    "According to Ana, 12, school is fun.", "According to a sign at the pool (rule 4), no running.",
    "As my brother (16) says, sleep is for the weak.", "As Ana (16) says, sleep is for the weak.",
    "Mom says (1) to eat and (2) to sleep.", "There were three of them (Ana, Ben and Carl) and two of us.",
    "Visit us at Calder High (www, you know where).", "Email me (ana.reyes@calder.edu).",
    "It was at 10.12 that he left.", "The answer (see page 12) is yes.", "Please see p. 2 for the form.",
    "Please see page 2 of this handout.", "(continued on page 2)", "Page 2", "Ruiz 2", "II. The second reason (2)",
    "The answer key (pages 4-5) is missing.", "My notes (pages 4-5) are missing.",
    "The worksheet (pages 4-5) is due.", "We read chapters 4 and 5 for homework.", "Read chapters 4-5 by Monday.",
    "I read 4 chapters (chapters 4-7) in a night.", "The test covers chapter 4.",
]  # fmt: skip

ESSAYS = [
    "",
    "Sleep helps (Imada, 2018). It also heals (Tull & Voss, 2019). ",
    "Trees cool a street (Ostrander 14). They drink rain (Vick 3). ",
]


@pytest.mark.parametrize("essay", ESSAYS)
@pytest.mark.parametrize(
    "text",
    [*DATES, *FILMS_AND_PRODUCTS, *SHORT_FORMS, *POINTERS_WITHIN, *LISTS, *NUMBERS, *ASIDES, *TALK, *LONGER_TALES],
)
def test_no_citation(text: str, essay: str) -> None:
    assert spans(essay + text) == spans(essay)
