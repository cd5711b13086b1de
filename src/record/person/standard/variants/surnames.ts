/**
 * Surnames that one family is found under: the patronymic and what English clerks made of it, the Welsh spelling of an
 * English one. Laid out as in `welsh-names.ts`, patronymics as `surname` has them (`aprhys`). A table of our own, folded.
 */
export const SURNAMES = `
price | aprhys prys | pryce preece
rees | rhys | aprhys | reese
bowen | abowen abowain
owen | owain | abowen | owens
owens | owen
powell | aphywel aphowel
howells | hywel howell howel
howell | hywel howells | aphywel
pritchard | aprhisiart aprichard | prichard
richards | rhisiart | aprhisiart
probert | aprobert aprhobert
roberts | robart robards
parry | apharri parri | aphenri
harries | harris | harri
harris | harries | harri
pugh | aphuw puw pughe
hughes | huws huwes | aphuw
evans | ifans efans | abifan abieuan | evan
bevan | abevan abifan abieuan | bevans
jones | jons | jhones joanes johns
davies | dafis dafys | apdafydd | davis
davis | dafis
david | dafydd apdafydd
williams | wiliams willams | gwilym
thomas | tomos | apthomas aptomos
lloyd | llwyd loyd | floyd | fflwyd
gruffydd | gruffudd | griffith | griffiths
griffiths | gruffydd gruffudd griffith | apgruffydd
griffith | griffiths gruffydd
lewis | lewys lewes
llewellyn | llewelyn llywelyn llewhellin llewellin
morgan | morgans apmorgan | morgen
morgans | morgan
morris | morus maurice | apmorus
edwards | edward | iorwerth
yorath | iorwerth abiorwerth
yorwerth | iorwerth | yorath
bedward | abedward edward edwards
james | iago siams
phillips | philips phylip phylips | philip phillip
philips | phillips phylip
watkins | watcyn watkin watcyns | gwatcyn
watkin | watcyn watkins
jenkins | siencyn jencyns jenkin siencyns | jenkyns
hopkins | hopcyn hopcyns hopkin | popkin aphopcyn
popkin | aphopcyn hopkin
hopkin | hopcyn hopkins
meredith | maredudd meredydd apmaredudd | merdith preddy
madoc | madog maddock maddocks maddox
maddocks | madog madoc maddox
vaughan | fychan vychan | vaughn
gwyn | wynne wynn gwynne wyn
wynne | wyn gwyn wynn
gough | goch
gittins | gutyn gittings | guto
gethin | gethyn
gwilliam | gwilym gwillim williams gwilliams
gwilym | gwilliam williams
ellis | elis elys eliss | bellis abelis
bellis | abelis elis ellis
bennett | bened bennet
benyon | beynon abeinion | einion
beynon | abeynon abeinion benyon einion | baynon
eynon | einion
bithell | abithel ithel bethel bethell
ithell | ithel
prothero | aprhydderch rhydderch protheroe | roderick
protheroe | aprhydderch prothero
roderick | rhydderch
rosser | rhosier
prosser | aprhosier aprosser
rogers | rhosier roger
penry | aphenri henry penri
perkins | perkin
pumphrey | apwmffre humphrey
humphreys | wmffre humphries humphrey humfreys | humffres
humphries | humphreys humphrey
cadwallader | cadwaladr | dwalad
caradog | craddock cradock | caradoc
craddock | caradog cradock
tudor | tudur tewdwr tider
trahearne | trahaearn traherne treharne
treharne | trahaearn traherne
nicholas | niclas nicolas | nicholls
nicholls | nichols nicolls
mathias | mathew matheus
matthews | mathews mathew matheus
mathews | matthews
samuel | samwel samuels
daniel | daniels deiniol
john | johns sion johnes | ieuan | upjohn apjohn
johns | john sion
upjohn | apsion apjohn
stephens | stephen steffan stevens steven
stevens | stephens
pierce | pyrs pearce pierse piers | peirce
pearce | pierce peirce
rowlands | rolant rowland rolands
rowland | rolant rowlands
reynolds | rheinallt reynold
sayce | sais
glyn | glynn glynne
gittoes | gutto
anwyl | annwyl anwill
breese | brees
coedmor | coedmore
foulkes | ffoulkes ffowc foulks | folks
ffoulkes | foulkes ffowc
kyffin | cyffin
mostyn | moston
salisbury | salesbury salusbury
wogan | gwgan
macdonald | mcdonald
macleod | mcleod
mackenzie | mckenzie
mackay | mckay
macgregor | mcgregor
maclean | mclean mcclean
macarthur | mcarthur
macintosh | mcintosh mackintosh
mccarthy | macarthy maccarthy
oneill | oneil neill
obrien | obrian
oconnor | oconner connor
osullivan | sullivan
odonnell | odonell
clarke | clark clerk
brown | browne
green | greene
read | reid reed
smith | smyth smythe
taylor | tailor tayler
thompson | thomson tompson
wright | right
white | whyte
johnson | jonson johnston
hussain | hussein husain hossain
ahmed | ahmad
mohammed | muhammad mohammad mohamed mohamud
ali | aly
khan | kahn
begum | begam
chaudhry | chowdhury choudhury chaudhary choudhry
rahman | rehman rahaman
sheikh | shaikh shaykh
malik | malick
siddiqui | siddique siddiqi
kowalski | kowalska
nowak | novak
kaminski | kaminska
lewandowski | lewandowska
wisniewski | wisniewska
zielinski | zielinska
szymanski | szymanska
dabrowski | dabrowska
jankowski | jankowska
kozlowski | kozlowska
ivanov | ivanova
kovalskyi | kovalska kovalskyy
zelenskyi | zelenska zelenskyy`
