"""Spellings that are slips whatever stands around them, word borders, and what a slip costs. Chosen by this project."""

from __future__ import annotations

from scorer.pipeline.words import listed, paired

MISSPELLINGS = paired("""
becuase=because becasue=because becaus=because beacuse=because becouse=because becos=because becuz=because
bcause=because bacause=because beause=because becuse=because beacause=because definately=definitely
definatly=definitely definetly=definitely definetely=definitely definitly=definitely defiantely=definitely
defenitely=definitely definatley=definitely wich=which whitch=which wihch=which hwich=which thier=their
theirselves=themselves themselfs=themselves theirself=themselves ther=there thare=there tommorow=tomorrow
tommorrow=tomorrow tomorow=tomorrow recieve=receive recieved=received recieves=receives recieving=receiving
beleive=believe beleived=believed belive=believe belived=believed belives=believes acheive=achieve
acheived=achieved acheivement=achievement freind=friend freinds=friends frend=friend peice=piece peices=pieces
untill=until allways=always alway=always allready=already alredy=already allmost=almost alittle=a_little
alot=a_lot alots=a_lot infact=in_fact eachother=each_other noone=no_one aswell=as_well atleast=at_least
incase=in_case ofcourse=of_course inorder=in_order inspite=in_spite evenif=even_if becauseof=because_of
somuch=so_much verymuch=very_much forexample=for_example thankyou=thank_you atall=at_all upto=up_to
allday=all_day everytime=every_time eventhough=even_though highschool=high_school nevermind=never_mind
alltogether=altogether goverment=government govermnent=government govenment=government goverments=governments
enviroment=environment enviromental=environmental enviroments=environments envirment=environment
diffrent=different diferent=different diffrence=difference diferents=different differents=different
seperate=separate seperated=separated seperately=separately seperation=separation probly=probably
probaly=probably prolly=probably probally=probably propably=probably sucess=success succes=success
sucessful=successful successfull=successful succesful=successful succesfull=successful basicly=basically
finaly=finally finnally=finally realy=really relly=really reely=really actualy=actually usualy=usually
usally=usually especialy=especially expecially=especially excape=escape truely=truly rediculous=ridiculous
wierd=weird foriegn=foreign begining=beginning comming=coming writting=writing studing=studying geting=getting
runing=running stoping=stopping swiming=swimming occured=occurred ocurred=occurred occuring=occurring
refered=referred prefered=preferred prefering=preferring teached=taught catched=caught buyed=bought
thinked=thought runned=ran goed=went choosed=chose writed=wrote bringed=brought builded=built speaked=spoke
feeled=felt maked=made taked=took gived=gave knowed=knew telled=told falled=fell eated=ate drived=drove
breaked=broke growed=grew heared=heard losed=lost readed=read sended=sent spended=spent understanded=understood
winned=won hurted=hurt putted=put sayed=said payed=paid wanna=want_to gonna=going_to gotta=have_to kinda=kind_of
sorta=sort_of lemme=let_me gimme=give_me dunno=don't_know cuz=because cus=because coz=because bcuz=because
thru=through tho=though ppl=people pls=please plz=please u=you ur=your oppurtunity=opportunity
oppurtunities=opportunities opertunity=opportunity oportunity=opportunity neccessary=necessary
necesary=necessary neccesary=necessary intresting=interesting intrested=interested intrest=interest
exersise=exercise excercise=exercise exercize=exercise responsability=responsibility responsable=responsible
independant=independent independance=independence arguement=argument arguements=arguments tecnology=technology
technologie=technology technolgy=technology tecnologies=technologies knowlege=knowledge knowledges=knowledge
acknowlege=acknowledge langauge=language langage=language lenguage=language calender=calendar grammer=grammar
lisence=license libary=library febuary=February wensday=Wednesday wendsday=Wednesday suprise=surprise
suprised=surprised surprize=surprise tounge=tongue wether=whether whant=want wanto=want_to shoud=should
shuld=should shud=should coud=could cuold=could woud=would wuld=would shoulden't=shouldn't peopel=people
poeple=people peple=people pepole=people peaple=people poople=people teh=the hte=the adn=and taht=that thta=that
hav=have wth=with tha=the beutiful=beautiful beatiful=beautiful beautifull=beautiful usefull=useful
helpfull=helpful carefull=careful fourty=forty ninty=ninety eigth=eighth twelth=twelfth childen=children
childeren=children exemple=example exmaple=example examle=example exaple=example problam=problem probelm=problem
shcool=school scool=school shool=school alowed=allowed docter=doctor beggining=beginning embarass=embarrass
embarassed=embarrassed embarassing=embarrassing accomodate=accommodate accross=across adress=address
agressive=aggressive apparant=apparent appearence=appearance comittee=committee commited=committed
commitee=committee concious=conscious dissapear=disappear dissapoint=disappoint dissapointed=disappointed
existance=existence familar=familiar facinating=fascinating garantee=guarantee gaurd=guard happend=happened
harrass=harass heigth=height humerous=humorous immediatly=immediately independantly=independently lenght=length
liason=liaison maintenence=maintenance manuver=maneuver mispell=misspell neice=niece noticable=noticeable
occassion=occasion parralel=parallel persistant=persistent posession=possession priviledge=privilege
publically=publicly religous=religious remeber=remember rember=remember rythm=rhythm sieze=seize
similiar=similar sincerly=sincerely strenght=strength threshhold=threshold tendancy=tendency therfore=therefore
trafic=traffic vaccum=vacuum
""")
"""School-age misspellings, misheard and regularised forms, words run together, and spellings of messages.

Most are found by the edit distance as well; they stand here because lists of frequent words know them, because what is
meant is far from what is written, or because what is meant must not be left to a ranking.
"""

SPLIT = {
    tuple(wrong.split()): right
    for wrong, right in paired("""
my_self=myself him_self=himself her_self=herself your_self=yourself it_self=itself our_selves=ourselves
our_self=ourselves our_selfs=ourselves them_self=themselves them_selves=themselves their_self=themselves
their_selves=themselves there_selves=themselves there_self=themselves some_thing=something any_thing=anything
every_thing=everything some_one=someone with_out=without an_other=another when_ever=whenever what_ever=whatever
where_ever=wherever grand_mother=grandmother grand_father=grandfather grand_parents=grandparents
home_work=homework class_mates=classmates class_mate=classmate class_room=classroom class_rooms=classrooms
be_cause=because to_gether=together in_stead=instead there_fore=therefore more_over=moreover how_ever=however
in_deed=indeed whole_heartedly=wholeheartedly through_out=throughout under_stand=understand out_side=outside
in_side=inside week_end=weekend week_ends=weekends news_paper=newspaper news_papers=newspapers
basket_ball=basketball foot_ball=football base_ball=baseball after_noon=afternoon air_port=airport
further_more=furthermore mean_while=meanwhile
""").items()
}
"""One word written as two."""
SPLIT_FIRST = frozenset(pair[0] for pair in SPLIT)
SPLIT_SAFE_AFTER = {
    ("some", "one"): listed("of"), ("some", "thing"): listed("called"), ("how", "ever"): frozenset(),
    ("an", "other"): listed("worldly"), ("in", "side"): listed("pockets streets roads"),
    ("under", "stand"): frozenset(), ("out", "side"): frozenset(),
    ("my", "self"): listed("esteem conscious respect confidence image worth control consciousness awareness"),
    ("their", "self"): listed("esteem discipline conscious respect confidence image worth control consciousness"),
    ("your", "self"): listed("esteem conscious respect confidence image worth control consciousness awareness"),
}  # fmt: skip
"""Words after which the two may stand apart."""

NEW_WORDS = listed("""
app apps blog blogs blogger bloggers chatbot chatbots cyberbullying cyberbully cyberbullied cyberbullies
driverless carpool carpooling crowdfunding deepfake email emails emoji emojis facetime fandom gamer gamers
googled hashtag hashtags influencer influencers infographic iphone ipad livestream livestreams meme memes
microplastic microplastics mindset mindsets motorsport netflix offline online paywall podcast podcasts podcaster
screenshot screenshots screentime selfie selfies smartphone smartphones smartwatch snapchat spotify superhero
superheroes texting tiktok touchscreen unfollow upcycling upcycled upvote vape vapes vaping vlog vlogs vlogger
webcam webcams website websites wifi youtube youtuber youtubers zoom zoomed ok okay gluten vegan vegans covid
homeschool homeschooled homeschooling afterschool preteen preteens tween tweens multitask multitasking
multitasker coworker coworkers healthcare childcare daycare lifestyle lifestyles workplace checkup checkups
rearview nonfiction nonprofit nonprofits
""")
"""Words that older word lists lack."""

LETTER_GROUPS = ("aeiouy", "ckqsxz", "fvp", "dt", "bp", "gj", "mn", "lr")
"""Letters that sound alike and are taken for one another."""
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

SUFFIXES = (
    "'s",
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "less",
    "ful",
    "able",
    "ish",
    "like",
    "wise",
    "hood",
    "ism",
    "ist",
    "ists",
)
PREFIXES = (
    "un", "re", "non", "over", "under", "out", "anti", "pre", "mis", "co", "sub", "super", "micro", "multi", "mega",
    "ultra", "cyber", "inter", "pro", "semi", "mini", "post", "mid", "auto", "bio", "eco", "geo", "hyper", "neuro",
    "psycho",
)  # fmt: skip
"""What makes a new word of a known one: "bandwagoning", "unfollow"."""

MESSAGES = {
    "known": "“{word}” is a common slip: it is written “{right}”.",
    "one": "“{word}” looks misspelled: did you mean “{right}”?",
    "open": "“{word}” looks misspelled: check it in a dictionary.",
    "joined": "“{word}” is two words: “{right}”.",
    "split": "“{word}” is one word here: “{right}”.",
    "informal": "“{word}” is how people text: in an essay, write “{right}”.",
    "form": "English does not make the form “{word}”: write “{right}”.",
}
INFORMAL = listed(
    "wanna gonna gotta kinda sorta lemme gimme dunno cuz cus coz bcuz thru tho ppl pls plz u ur becuz becos"
)
FORMS = listed("""
teached catched buyed thinked runned goed choosed writed bringed builded speaked feeled maked taked gived knowed
telled falled eated drived breaked growed heared losed readed sended spended understanded winned hurted putted sayed
payed theirselves themselfs theirself knowledges differents diferents
""")
