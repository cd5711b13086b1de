/** Short and long forms of given names, A to J, laid out as in `welsh-names.ts`. A table of our own, folded. */
export const SHORT_NAMES_A_J = `
abigail | abi abby abbie gail
adrian | ade
albert | bert bertie | al
alexander | alex alec alick | xander zander | sandy | al | lex | alasdair alastair alistair
alexandra | alex | sandra | sandy | lexi lexie
alexis | alex lexi
alfred | alf alfie fred freddie
alison | ali allie allyson alyson
amanda | mandy manda
amelia | millie milly mel | amy | emilia
amy | aimee ami
andrea | andi
andrew | andy drew | anders
angela | angie ange
anthony | antony tony ant | anton
antonia | toni tonia
archibald | archie archy baldie
arthur | art artie
barbara | barb babs barbie
barry | baz barrie
bartholomew | bart
beatrice | bea bee beattie beti | trixie | beatrix
belinda | bel linda
benedict | ben benny
benjamin | ben benny benjie benji
bernadette | bernie detta
bernard | bernie
bethany | beth bethan
beverley | bev beverly
bradley | brad
brenda | bren
brian | bryan brien | bri
bridget | bridie biddy brigid
cameron | cam
carol | carole carolyn caroline
caroline | carol carrie caro | caryl | lina
cassandra | cass cassie sandra
catherine | cath cathy cat cate | kate katie kathy kitty kath kay | kit
cecilia | cissie celia cicely | sheila
cedric | ced
charles | charlie charley chas chuck chaz
charlotte | charlie lottie lotte char | carlotta
chelsea | chels
christian | chris
christina | chris chrissie chrissy tina christine | kirsty | krystyna
christine | chris chrissie chrissy christina | tina
christopher | chris kit topher | christy
clarence | clarrie
clifford | cliff
constance | connie
cornelius | neil con corny
cynthia | cindy
daniel | dan danny
danielle | dani danni dannii
darren | daz darran darrin
david | dave davy davie
deborah | debbie debra deb debora debby
delia | dee
denis | dennis den denny
derek | del derrick | deri
desmond | des
diana | di diane dee | dianne
diane | di dianne dyan | diana
dominic | dom nic dominick
donald | don donnie donny
donna | don
dorothy | dot dottie dolly | dorothea dora
douglas | doug dougie
duncan | dunc
edgar | ed eddie
edith | edie
edmund | ed eddie ned ted | edmond
edna | eddie
edward | ed eddie eddy | ted teddy | ned
edwin | ed eddie
eileen | aileen eilleen | ei
elaine | laine
eleanor | ellie nell nellie | elinor eleanore | nora norah | lenny
elizabeth | liz lizzie lizzy beth | bess bessie betty betsy | eliza elsie elise | libby lib | lilibet | lisa liza | elspeth
ella | ellie
ellen | nell nellie ellie | nelly
emily | em emmy millie emmie
emma | em emmie emms
emmanuel | manny emanuel
eric | rick | erik
ernest | ernie ern
ethel | eth
eugene | gene
evangeline | eva evie
eva | evie eve
evelyn | evie eve lyn
faith | fay
felicity | flick fliss
ferdinand | ferdie
florence | flo florrie flossie floss
frances | fran frankie fanny francesca | francis
francesca | fran frankie chessie cesca
francis | frank fran frankie
franklin | frank
frederick | fred freddie freddy | fredrick frederic | rick
gabriel | gabe
gabrielle | gabby gabi gaby | gabriella
geoffrey | geoff jeff jeffrey
george | georgie geordie
georgina | georgie gina georgia george
gerald | gerry jerry ged
gerard | gerry ged gerrard
gertrude | gert gertie trudy
gillian | gill jill jilly gilly jillian
gilbert | gil bert
gordon | gord gordie
grace | gracie
graham | grahame graeme | gray
gregory | greg gregor
guinevere | gwen
harold | harry hal
harriet | harrie hattie hatty
harrison | harry
harry | henry | harold
hayley | hailey haley hayleigh
heather | heth
henrietta | hettie etta hetty
henry | harry hal hank
herbert | bert bertie herb
hilary | hil hilly hillary
hilda | hil
horace | horry
howard | howie
hubert | bert hugh
ian | iain | eian
ida | idie
imogen | immy immie
irene | rene renie
isabel | isabella bella izzy issy bel | isobel isabelle ysabel | ishbel
isabella | bella izzy izzie issy
ivy | ive
jack | jackie jac | john
jacqueline | jackie jacky jacqui jaqueline jacquie
jacob | jake
jade | jay
james | jim jimmy jimmie jamie jay jem | jamey
jane | jayne janey janie
janet | jan jannie
janice | jan janis
jasmine | jas jaz jazz jasmin yasmin
jason | jase jay
jean | jeannie jeanie jeanne
jeffrey | jeff
jemima | mima jem
jennifer | jen jenny jennie jenni
jeremy | jerry jez jem
jessica | jess jessie jessy
jill | jillian gill
joan | joanie
joanna | jo joanne jojo
joanne | jo joann joanna
jocelyn | joss
john | johnny johnnie jon | jack jackie | jonny
jonathan | jon jonny jonty jonathon | john johnny
joseph | joe joey jo
josephine | jo josie | fifi
joshua | josh
joyce | joy
judith | judy judi jude
julia | jules julie
julian | jules julyan
julie | jules julia
juliet | jules juliette`
