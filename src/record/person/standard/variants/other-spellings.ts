/**
 * One name in the spellings and languages that people in Wales have brought it in, laid out as in `welsh-names.ts`. A
 * name that has no settled spelling in Latin letters is missed more often than others if it is not here: the table is
 * there for fairness. A table of our own, folded.
 */
export const OTHER_SPELLINGS = `
mohammed | muhammad mohammad muhammed mohamed mohamad mohamud muhamed mohammod | md mohd muhd | mehmet | mahamed maxamed
ahmed | ahmad ahmet | axmed
ali | aly alli | cali
abdul | abdel abd
abdullah | abdallah abdulla abdullahi | cabdulaahi
abdulrahman | abdurrahman abdirahman abdelrahman
hussein | husain hussain husayn hossain hosein hussien | xuseen
hasan | hassan | xasan
omar | umar omer | cumar
othman | osman usman uthman | cismaan
yusuf | youssef yousef yusef yousuf yousif | joseph | yuusuf
ibrahim | ebrahim ibraheem | abraham
ismail | ismael esmail
ishaq | isaac ishak
yaqub | yakub jacob yacoub
musa | mousa moussa | moses
sulaiman | suleiman suleman soliman | solomon
dawud | daoud dawood | david
yahya | yehia yahia | john
khalid | khaled kalid
karim | kareem
rahman | rehman
rashid | rasheed
saeed | said sayed saied
tariq | tarek tarik
jamal | gamal jamaal
hamid | hameed
iqbal | ikbal eqbal
imran | emran
faisal | faysal feisal
zain | zayn zane zein
zahra | zara zahraa | zohra
fatima | fatimah fatma fathima | faduma fadumo fatuma
aisha | ayesha aysha aisyah aicha | caasha asha
khadija | khadeeja khadijah | khadra kadija
maryam | mariam miriam marium meryem | mary
amina | aminah ameena amna
nur | noor nour
layla | leila laila leyla
zainab | zaynab zeinab zeynep
yasmin | yasmine yasmeen jasmine
sumaya | sumayyah sumaiya soumaya
halima | haleema halimah
hafsa | hafsah hafza
safiya | safia safiyyah sofia
ruqaya | ruqayyah rukhaya
kaur | kour
singh | sing
gurpreet | gurprit
harpreet | harprit
jaswinder | jasvinder
mandeep | mandip
sandeep | sandip
kuldeep | kuldip
pradeep | pradip
vijay | bijay
vikram | bikram
lakshmi | laxmi luxmi
priya | pria
sunil | suneel
anil | aneel
rajesh | raj
rajinder | rajendra raj
venkatesh | venkat venkatesan
jan | johannes | john
janusz | john
jakub | kuba jacob
katarzyna | kasia katherine catherine kate kathy
malgorzata | gosia margaret malgosia
agnieszka | aga agnes
anna | ania hanna
joanna | asia joasia
barbara | basia
elzbieta | ela elizabeth
ewa | eva eve
magdalena | magda
aleksandra | ola alexandra
zofia | zosia sophia sophie sofia
maria | marysia maja
tomasz | tomek thomas
krzysztof | krzysiek christopher chris
piotr | piotrek peter
pawel | paul
andrzej | andrew
grzegorz | grzesiek gregory greg
stanislaw | staszek stanley stan
wojciech | wojtek
wladyslaw | wladek
jozef | joseph jozek
michal | michael
marcin | martin
mateusz | matthew
lukasz | luke lucas
szymon | simon
jerzy | george jurek
zbigniew | zbyszek
slawomir | slawek
jaroslaw | jarek
dariusz | darek
mariusz | mario
boguslaw | bogdan
oleksandr | aleksandr alexander alex sasha | oleksander
oleksandra | aleksandra alexandra sasha lesia
mykola | nikolai nikolay mykolai nicholas kolya
mykhailo | mikhail michael misha
volodymyr | vladimir wladimir volodya
serhii | sergei sergey serhiy serge
dmytro | dmitri dmitry dmitriy dima
andrii | andriy andrei andrey andrew
yurii | yuri yuriy iurii
yevhen | evgeny yevgeny eugene
oleksii | alexei aleksei alexey oleksiy
vasyl | vasily vasyli basil
petro | pyotr peter
pavlo | pavel paul
ivan | john vanya
iryna | irina irena
olena | elena yelena helen lena
kateryna | katerina ekaterina yekaterina katya catherine
nataliia | natalia nataliya natalya natalie natasha
tetiana | tatiana tetyana tatyana tanya
yuliia | yulia julia iuliia yuliya
anastasiia | anastasia anastasiya nastia nastya
mariia | maria mariya masha
oksana | oxana ksenia
svitlana | svetlana lana
liudmyla | lyudmila ludmila liudmila lyudmyla
halyna | galina halina
hanna | anna ganna
viktoriia | victoria viktoria viktoriya vika
sofiia | sofia sofiya sophia
jose | pepe joseph
joao | john
jorge | george
antonio | anthony tony toni
francisco | paco frank francis
manuel | manny manolo
miguel | michael
pedro | peter
giovanni | john gianni
giuseppe | joseph beppe
luigi | louis
francesco | francis frank
domenico | dominic
carlo | charles
ion | ioan john
gheorghe | george
mihai | michael
andrei | andrew
stefan | stephen
elena | helen
jiri | george
istvan | stephen steven
laszlo | leslie
janos | john
gyorgy | george
erzsebet | elizabeth
seamus | james shamus
sean | shaun shane shawn
eoin | owen eoghan owain
liam | william
padraig | patrick paddy
siobhan | shevaun chevonne
sinead | janet
mairead | margaret
aoife | eva efa
niamh | neve nia
caitlin | kaitlin kaitlyn katelyn catlin
ciaran | kieran kieron
aidan | aiden aedan
rory | ruairi ruaridh
callum | calum
finlay | finley findlay
alasdair | alastair alistair alister
catherine | katherine kathryn katharine cathryn catharine kathrine
ann | anne
alan | allan allen alun
stephen | steven
philip | phillip
geoffrey | jeffrey
jeffery | jeffrey
sara | sarah
teresa | theresa
isobel | isabel
lynda | linda
hilary | hillary
marilyn | marilynn
frederick | fredrick frederic
laurence | lawrence
elisabeth | elizabeth
rachael | rachel
rebekah | rebecca
deborah | debra
diane | dianne
gillian | jillian
graham | graeme grahame
jonathan | jonathon johnathan
nichola | nicola
vivien | vivian vivienne
kerry | ceri
connor | conor conner
jayden | jaden jaiden
aaron | arron aron
jac | jack
macsen | maxen maximus
harri | harry
osian | oisin
elis | ellis
eleri | elerie
tomos | thomas
zaneta | janet jeanette
chukwuemeka | emeka
oluwaseun | seun
oluwatobi | tobi
olufunmilayo | funmi
ifeoma | ify
adebayo | bayo
babatunde | tunde
temitope | tope temi
abimbola | bimbola bola
emmanuel | emmanuelle emanuel manuel
tesfaye | tesfay
yohannes | johannes john
tewodros | theodore teddy`
