/**
 * Given names that one person is found under in Welsh and in English. Each line: a name, then behind each stroke other
 * names for it that are also each other. Names on two sides of a stroke are forms of the first and not of one another:
 * brothers may well be called Dafydd and Dewi. A table of our own, folded; short forms stand in `short-names-a-j.ts` and
 * `short-names-k-z.ts`.
 */
export const WELSH_NAMES = `
david | dafydd dai deio dafi | dewi | taffy
john | ieuan | sion shon | ioan | ifan | iwan | jac | sionyn
evan | ifan ieuan | efan | ianto
ifan | ieuan | ianto
ieuan | iuan | ianto
william | gwilym gwil gwilim | wiliam wil | gwillim
gwilym | wil | gwil
thomas | tomos twm tomi | tomas
richard | rhisiart rhisierd | dic | rhys
robert | rhobert rhobat robat | rhob robin | bob bobi
edward | iorwerth iori | edwart | ned nedw | ted
iorwerth | iori | yorwerth | iolo
henry | harri | hari | hal | parri
hugh | huw hu | huwcyn huwco | hew
owen | owain owein | ywain | now nowi | eugene
stephen | steffan steff | stephan
james | iago | siams | jams jim jimi
george | sior siors
michael | mihangel | meical mical meic | mici
matthew | mathew matho mathonwy | matt
morgan | moc mogs mocyn
philip | phylip phyl | ffilip
peter | pedr | pitar
paul | pawl
andrew | andras | andreas
mark | marc
luke | luc
daniel | deiniol | dan danno
samuel | sam sami samwel
simon | seimon
jonathan | jonathon | sionathan
joseph | joseff jos | ioseff
benjamin | beni ben benjiman
cadwallader | cadwaladr | dwalad
charles | siarl siarls siarlys
christopher | crist cristoffer
gruffydd | griffith griffiths gruffudd | guto gruff gutyn | griff
griffith | guto griff | gruff
llewelyn | llywelyn llewellyn llywellyn llewelin | llew lyn | llewela
lewis | lewys lewsyn | louis | llew
lawrence | lowri | lawrens
meredith | maredudd meredydd mredydd | bedo
maredudd | meredydd | bedo
madoc | madog
rhys | rees rhees | reece reese rhyse | rice
rhodri | roderick rod | rhod
roderick | rhydderch | rhodri
rhydderch | roderick | rhydd
roger | rhosier | hodge
rowland | rolant roland rowlant | rol
reynold | rheinallt reinallt reginald
ralph | rhaff raff
gerald | gerallt | gerry
geraint | ger | gerwyn
gareth | gary garyth | gaz | gar
garth | gareth
gwyn | gwynne gwynn | wyn
wyn | wynn wynne win
gwynfor | gwyn | gwynff
gwyndaf | gwyn
trevor | trefor trefer | trev tref
trystan | tristan tristram | trys
ivor | ifor ivar | if
eifion | eifs
emrys | ambrose | em ems
emlyn | em
elis | ellis | elus eli
ellis | elis | eli
elias | eleias
jacob | iago | jacoby
jeremiah | jeremeia | jerry
jenkin | siencyn jencyn | sianco jenkyn
jeffrey | sieffre geoffrey | jeff geoff sieff
humphrey | wmffre wmffra humffre | humph
nicholas | niclas nicolas | nic nick
noah | noa
oliver | olifer | oli
patrick | padrig | paddy pat
tudor | tudur tewdwr tewdr | tud
theodore | tudur | ted
timothy | timotheus tim
walter | gwallter watcyn | wat
watkin | watcyn watkyn | wat
zechariah | sachareia
aneirin | aneurin | nye nai
aneurin | nye
cledwyn | cled
collwyn | colwyn
dylan | dyl
gerwyn | gerwin
glyn | glynn glynne glin | glyndwr | glenn
glyndwr | glyn
hefin | hevin
hywel | howell hywell howel | hyw | hoel
illtyd | illtud
kenneth | cenydd | ken
lloyd | llwyd | floyd
mervyn | merfyn mervin | merv merf
merlin | myrddin merddin
meurig | maurice morris morus | meur
maurice | morris morus
morris | morus
neville | nefyl
nye | aneirin
parry | parri
penri | penry
siencyn | jenkin
steffan | stefan
terence | teyrnon terry
wiliam | wil
gwallter | watcyn
jane | sian shan siani sianed | jayne | jennie jenny siw
janet | sioned shoned seioned | siani
joan | siwan siwon
joanna | siwan | jo
jean | sian siani
ann | anne anna ana | nan nansi nanw | annie ani | ania
anne | ann anna | nansi nancy nan | annie
anna | ann anne | nan
alice | alys alis ales | ali
agnes | nest annes | nesta
nest | nesta
angharad | ancret anghared | ang
margaret | marged margred marget | mererid | mari margo | megan meg megi mag magi | pegi peggy
marged | margred | meg magi | pegi
mererid | margaret
megan | meg megs megi meghan meagan
mary | mair | mari maria marie | malan mali | maidie | meri | mal
mair | mari meri | maria
mari | mali | mairi marie
maria | mari
mali | molly | malan
martha | marta
magdalen | malen modlen | madlen
catherine | catrin cathrin catryn | cadi cati | cadwen | katrin
catrin | cadi cati cat cats | trini
kate | cati cadi
elizabeth | elisabeth elspeth | bet beti betsan betsi bets | lisa elisa | leusa lisi lowsa | eluned | bethan
elisabeth | bet beti betsi | lisa
beth | bethan
bethan | beth beti
ellen | elin elen elyn | nel neli nell | helen
helen | elen elin | nel
elin | elen | nel
eleanor | elinor elionor | nel neli | elen | nora
emily | emili
emma | ema
esther | hester | esyllt
isolde | esyllt
iseult | esyllt
eva | efa
eve | efa
evelyn | efelyn
florence | fflur fflorens | flo
frances | ffransis | fanw ffani
gaynor | gaenor geinor | guinevere gwenhwyfar
gwenhwyfar | gwenhwyvar guinevere | gwen | jennifer
jennifer | gwenhwyfar
gwendolen | gwendoline gwendolyn gwendolin | gwen wendy gwenno
gwenllian | gwen gwenlli gwenno | llian
gwenda | gwen
gwladys | gladys | glad
gwyneth | gwenith gwynneth gwenyth gwynedd | gwyn gwen
haf | hafwen
hannah | hanna hana
harriet | hariet hari | hati
iona | ione
judith | siwdith | siw
julia | siwlia | jil
julian | siwlian
laura | lowri | lora
lowri | lowry laura | low
leah | lea
lily | lili
louise | lowis lowise
lucy | lleucu | lusi luned
lucia | lleucu
luned | eluned lunet elined | lyn
eluned | elined lunet linet | lyn
lynette | eluned luned
lydia | lidia
mabel | mabli
mabli | mab
marian | mairian marion | mari
morfudd | morfydd morvydd | morf
morwen | morwenna
myfanwy | miffany myvanwy | myf myfi | fanw vanw
nia | niamh
non | nonn nonnie
olwen | olwyn
phyllis | phylis ffyllis
phoebe | ffebi
rachel | rahel rachael
rebecca | rebeca beca becca
rhian | rhianydd rhiannon | rian riann
rhiannon | rhian | rhi | nonie
rhonwen | rowena
rose | rhos | rhosyn
rosemary | rhosmari
ruth | rhuth
sarah | sara sal sali | sera
sara | sali | sioni
sophie | soffi soffia
sophia | soffia
susan | siwsan siwan | sw
susannah | siwsanna
tabitha | tabi
tamsin | tamzin
teleri | eleri
eleri | el | leri
winifred | gwenfrewi | gwen win
gwenfrewi | gwen
wendy | gwendoline
blodwen | blod blodeuwedd
branwen | bronwen
bronwen | bron bronwyn
ceri | kerry keri | ceridwen
ceridwen | ceri | cerid
cerys | kerys cherys
carys | carus karys
delyth | deleth
dilys | dillys
enid | enyd
glenys | glennis glenis glenice | glen
heulwen | heul
lynwen | lyn
mefanwy | myfanwy
meinir | mein | menna
menna | men
rhoswen | rhos
sioned | shoned seioned
tegwen | teg tegs
tudful | tydfil
valmai | falmai | val`
