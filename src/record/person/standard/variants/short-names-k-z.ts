/** Short and long forms of given names, K to Z, laid out as in `welsh-names.ts`. A table of our own, folded. */
export const SHORT_NAMES_K_Z = `
katherine | kath kathy kate katie kay kat kit kitty katy | katharine kathryn katherin katheryn | catherine cath cathy
kathleen | kath kathy kay kathlyn | cathleen
kelly | kel kelley kellie
kenneth | ken kenny
kerry | kerrie keri
kevin | kev
kieran | kier ciaran
kimberley | kim kimberly kimmy
kirsty | kirstie kirsten
lauren | loz laurie lorna | lauryn
laura | laurie lauri lolly
laurence | larry laurie lawrence loz
lawrence | larry laurie laurence | lol
leanne | lee lianne leann
leonard | len lenny leo
leopold | leo
leslie | les lesley
lesley | les leslie
lewis | lew lewie louis
lilian | lil lily lillie lillian
linda | lyn lin lynda lindy
lindsay | lindsey linsey lyndsey lyndsay | lin
lionel | leo
lisa | lis liza leesa
lorraine | lorri lori raine
louis | lou louie
louisa | lou louise
louise | lou lulu
lucas | luke luca
lucinda | lucy cindy
lucy | luce
lynn | lynne lyn lin
madeleine | maddie maddy madeline madelaine | lena
malcolm | mal malc
marcus | marc mark
margaret | maggie mags marge margie margot greta daisy rita madge | meg meggie | peg peggy | margery
margery | marjorie marge
maria | marie ria
marianne | maryann mary
marie | mary
marilyn | lyn maralyn marylin
marjorie | marge margery marj
martin | marty martyn
mary | molly polly mae may maria marie mamie | moll | minnie
matilda | tilly tilda mattie maud
matthew | matt mat matty
maureen | mo maura
maurice | mo morrie
maxine | max
maximilian | max
maxwell | max
melanie | mel melly
melissa | mel lissa
melvyn | mel melvin
mervyn | merv
michael | mike mick micky mickey mikey | mitch
michelle | shell chelle shelly
mildred | millie
millicent | millie milly
miranda | mandy
miriam | mim mimi
mohammed | mo
molly | moll mollie
morgan | mo
natalie | nat nattie natalia
natasha | tash tasha nat
nathan | nat nate
nathaniel | nat nate nathan
neil | neal niall
nancy | nan nance
nicholas | nick nicky nic nico
nicola | nicky nikki nic nicki nikky
nicole | nicky nikki nic
nigel | nige
norma | norm
norman | norm
oliver | ollie olly
olivia | liv livvy olly livia
oscar | oz ozzie
oswald | oz ossie ozzie
pamela | pam pammy
patricia | pat patsy tricia trish patty
patrick | pat paddy rick
paul | pauly
paula | pauline
pauline | paula polly
penelope | pen penny
percival | percy
peter | pete
philip | phil phillip pip | flip
philippa | pippa pip phil
phoebe | phebe
phyllis | phyl phil
priscilla | cilla prissy
prudence | pru prue
rachel | rach rachael rae
raymond | ray
rebecca | becky becca bex becks beccy | rebekah
reginald | reg reggie
reuben | ben rube
richard | rich rick ricky richie | dick dickie dicky | rik
robert | rob bob robbie bobby bert | robin rab
roberta | bobbie
robin | rob robyn
rodney | rod roddy
roger | rog rodge
roland | rollo roly
ronald | ron ronnie ronny
rosalind | ros roz
rosamund | ros
rose | rosie rosa
rosemary | rose rosie romy
roxanne | roxy
rupert | rupe
russell | russ rusty
ruth | ruthie
sally | sal
samantha | sam sammy sammie
samuel | sam sammy
sandra | sandy sandie
sarah | sally sal sadie | sara
sean | shaun shawn | john
sebastian | seb bas
sharon | shaz shari sharron
sheila | shelagh sheelagh
shirley | shirl
sidney | sid sydney
simon | si
sophia | sophie soph sofia
sophie | soph sofie
stanley | stan
stephanie | steph steffi stevie
stephen | steve stevie steven | stefan
stuart | stu stewart
susan | sue susie suzie su | suzanne
susannah | sue susie susanna suzanna
suzanne | sue suzie susie suzy
sylvia | sylvie syl silvia
tabitha | tabby
tamara | tammy
tamsin | tammy tam
teresa | terri terry tess tessa theresa | tracy
terence | terry tel terrance
theodore | theo ted teddy
theresa | terri terry tess tessa tree | teresa
thomas | tom tommy thos
timothy | tim timmy
tobias | toby
tracey | tracy trace traci
trevor | trev
valerie | val
vanessa | ness nessa
vera | ver
veronica | ronnie vron nica
victor | vic
victoria | vicky vicki tori vikki vickie | vic
vincent | vince vin vinny
viola | vi
violet | vi
virginia | ginny ginnie gina
vivian | viv vivien vivienne
walter | wally walt wat
wendy | wend
wilfred | wilf wilfrid fred
william | bill billy will willie willy liam billie
wilma | billie
winifred | win winnie freda
winston | win
yvonne | evonne von
zachary | zac zach zack zak
zoe | zo zoey`
