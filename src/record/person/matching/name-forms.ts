/**
 * Forms of one name: Welsh and English, short and long, spelt one way and another. Every two of a line are variants; a
 * name may stand in several lines, and then its lines are not joined. Folded, as names are compared. Our own table, of
 * names in use in Wales; what is not in it a region learns from its own records.
 */
export const NAME_FORMS: readonly (readonly string[])[] = `
abigail abi abbie abby gail
adam addy
agnes nest nesta annest aggie
alan allan allen alun al
albert bert bertie al
alexander alex alec sandy xander sasha alasdair alistair alastair alister
alexandra alex sandra lexi lexie sasha ali
alfred alf alfie fred
alice alys alis ali
alison ali allison alyson
amanda mandy
amy ami amie
andrew andreas andras andy drew
angela angie ange angharad
angharad hari anghared
ann anne anna annie anwen hannah nan nancy
anthony tony antony
arthur art artie
barbara barb babs
benjamin ben benji benny
bethan beth bethany
elizabeth beth betty bess bessie liz lizzie lisa eliza elsie libby lisbeth elisabeth bet betsan betsi betsy leisa lowri buddug
bridget ffraid bride bridie brigid
bronwen bron bronwyn
caroline carol carolyn carrie caryl
catherine cathryn katherine katharine kathryn catrin cat cath cathy kate katie kath kathy kay kitty catherin trina cati cadi catharine katrina katarzyna kasia
cecilia cecily sisilia cissie celia
ceridwen ceri cerys
charles siarl charlie chas chuck
charlotte charlie lottie lotte siarlot
christine chris chrissie crystin christina tina
christopher chris kit cristoffer topher
claire clare clara
clifford cliff
colin colyn
craig creg
daniel dan danny deiniol
david dafydd dai dewi davy dave davey deian taffy dafi
deborah debra debbie deb debby
denise denny
dennis denis den
derek derrick deric
desmond des
diane diana dianne di
donald don donny
dorothy dot dottie dorothea dilys dolly
douglas doug
edmund edmwnd ed eddie ted
edward iorwerth ed eddie ted teddy ned edwart
edwin ed eddie
eleanor elinor ellen elen elin helen nell nellie ellie nel eleri lena
ellen elen helen nell nellie elin
emily emli em emma
emma em ema emsy
emyr emrys
eric erik
ernest ernie
esther hester essie
eugene owain gene
evan ifan ieuan ioan ianto ned evans
ffion fiona
florence flo fflur florrie
frances fran ffranses frankie fanny
francis frank ffransis frankie
frederick fred freddie freddy ffredric frederic
gabriel gabe
gareth gary garth geth garry gaz
gary garry garri gaz
geoffrey geoff jeff jeffrey sieffre sieffri
george sior siors georgie
gerald ger gerallt gerry jerry
geraint ger gez
gillian gill gilly jill jillian
gladys gwladys glad
glenys glen glenda
glyn glynn glynne glyndwr
grace gras gracie
graham graeme grahame
gregory greg grigor
griffith gruffydd gruffudd guto gruff griff
gwen gwenllian gwenda gwenno gwyneth gwenfron gwendolen gwendoline wendy wenna
gwenllian llian gwenlli
gwilym gwil will william
gwyn wyn gwynfor gwynne wynne
hannah hanna
harold harri harry hal
harriet hattie harri
heather grug
helen elen ellen helena nell ellie elena
henry harri harry hal
howard howie
howell hywel hywell howel
hugh huw hughie hew
humphrey wmffre
ian iain
ieuan ifan john jack
iolo iorwerth
isaac ike isac
isabel isabella isobel bella bel issy izzy belle ishbel
ivor ifor
jack jac john jacob
jacob jake jac jago iago
jacqueline jackie jacqui jaqueline
james jim jimmy jamie iago siams jem
jane sian shan jean siani jayne jenny janet sioned jan
janet sioned jan nettie siwan
janice jan
jason jay
jean sian jeanne jeannie
jennifer jen jenny jennie sian gwenhwyfar
jeremiah jerry
jeremy jem jerry
jessica jess jessie
joan siwan siani joanna joanne jo
joanne jo joanna joan
john sion ioan shon ieuan ifan jack johnny jon evan ianto jac
jonathan jon jonny jonathon
joseph joe joseff jo joey
joshua josh iosua
joyce joy
judith judy judi
julia julie jules sulia jill
karen caryn carin
katarzyna kasia kate
keith ceith
kenneth ken kenny cenydd
kevin kev
kimberley kim kimberly
laura lora lowri lauren
lawrence laurence larry laurie lawrie loris
leah lea
leonard len lenny leo
lewis louis lewys llew louie
lewis llewelyn llywelyn
lilian lily lillian lili lilly
linda lynda lindy lyn
lloyd llwyd
louise lou lowis louisa
lucy lusi lleucu luci
luke luc
lynne lyn lynn linda
magdalen magdalena magda madlen mali madeleine madeline
malcolm mal
margaret marged mared maggie meg megan peggy margiad mag maisie madge margery marjorie rita greta greta mags
margaret gwenllian
marion marian marianne mary
mark marc marcus
martha marth
martin martyn marty
mary mair mari maria marie molly mali polly may marian miriam
matilda tilly mallt tilda
matthew mathew mathias matt mathonwy matty
maureen mo
maxwell max
maximilian max
megan meg margaret
meredith maredudd meredydd bedo
meurig maurice morris morus
michael mike mick mihangel mickey meical meic
michelle shelly shell
mohammed mohammad muhammad mohamed muhammed mohd md mo
morfydd morfudd
morgan mog morgana moc
myfanwy myf fanw myfi
nancy nansi nan ann nans
natalie nat nathalie
nathaniel nathan nat nate
nicholas nick nicolas niclas nicky nic
nicola nicky nicki nikki
nigel nige
nora norah honora nona
norman norm
oliver ollie olly olifer
olivia liv livvy olive
olwen olwyn
owen owain owein
pamela pam
patricia pat trish tricia patsy padrig
patrick pat padrig paddy
paul pawl
pauline paula
peredur peter
penelope pen penny
peter pedr pete petr
philip phil phillip philippe phylip
philippa pip pippa
rachel rahel rachael rae
raymond ray
rebecca becky becca beca rebekah reba
reginald reg reggie
rhiannon rhian non nonny annon
rhian rhiannon rhianedd
rhys rees reece rice reese
richard dic dick rich ritchie rick ricky rhisiart richie
robert rob bob bobby robbie rhobert robat bert robyn robin
roger rog rosser
roderick rhydderch rod roddy
ronald ron ronnie
rose rhosyn rosie rosemary
rosemary rose rosie rhosmari
rowland roland rolant
russell russ
ruth rwth
samantha sam sammy
samuel sam sammy sawyl
sarah sara sally sal
sean shaun shawn sion
seren star stella
sharon shaz sharron
shirley shirl
simon simwnt si
sophie soffia sophia soff
stanley stan
stephanie steph stefanie
stephen steven steffan steve ystyffan stefan steff
stuart stewart stew
susan sue susie suzanne susanna susannah siwsan siwan suzie susana swsan
sydney sid sidney
sylvia sylvie silvia
tamsin thomasina
teresa theresa terry tess tessa
terence terry terrance
theodore theo ted tudur
thomas tom tomos tommy twm tomi
timothy tim timmy timotheus
tracey tracy
trefor trevor tref trev
tudor tudur
ursula wrsla
valerie val falmai
veronica ronnie vera
victoria vicky vic tori buddug vikki vicki
vincent vince
virginia ginny
vivian viv vivien vivienne
walter wally walt gwallter
wayne wain
wendy gwen gwenda
wilfred wilf
william gwilym will bill billy wil wiliam liam willie
winifred gwenfrewi win winnie freda
yvonne evonne
zachary zac zach zak
hughes huws hews
howells hywel howell powell
evans ifan ifans bevan ieuan
price rhys prys preece rees
pritchard richards prichard
probert roberts
prosser rosser
parry harry harries harris
pugh hughes
bowen owen
bevan evan evans
penry henry
griffiths gruffydd gruffudd griffith
lewis llewelyn llywelyn
lloyd llwyd floyd
davies dafis davis davids
williams gwilym
morgan morgans
morris morus meurig
meredith maredudd
vaughan fychan
gough goch
wynne gwyn wyn wynn
tudor tudur
thomas tomos
jones sion
phillips philips
mathews matthews
reynolds rheinallt
watkins watcyn
`
  .trim()
  .split('\n')
  .map(line => [...new Set(line.split(' '))])
