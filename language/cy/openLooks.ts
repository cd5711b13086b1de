import type en from '../en/openLooks.ts'

export default {
  title: 'Pa mor aml yr agorir cofnodion',
  back: 'Cytundebau rhannu',
  lede: 'Pa mor aml yr agorwyd cofnodion yn y rhanbarth cyfan, at ba ddiben, a pha gymal ym mha gytundeb oedd yn caniatáu hynny. Nid enwir neb yn y rhifau hyn, ac ni ellir adnabod neb ynddynt.',
  small:
    'Dangosir rhifau o 1 i 4 fel “llai na 5”. Lle mae un ohonynt yn rhan o gyfanswm, “o leiaf” yn unig a ddywed y cyfanswm, fel na ellir gweithio dim allan drwy dynnu. Dangosir mis pan fydd ar ben, ac nid yw byth yn newid.',
  counted:
    'Mae pob tro yr agorwyd cofnod un person yn cyfrif unwaith am bob cymal a ganiataodd weld rhywbeth. Ni chyfrifir pobl a oedd ar restr yn unig, na phan roddwyd gwybod i rywun ar unwaith am rywbeth.',
  byPurpose: 'Yn ôl diben, fis wrth fis',
  purpose: 'Diben',
  all: 'Pob diben',
  refused: 'Gwrthodwyd rhywun, ac ni ddangoswyd dim',
  byClause: 'Yn ôl cymal: {month}',
  reason: 'Beth oedd yn caniatáu hyn',
  clause: 'Cymal {number}, “{agreement}”',
  looks: 'Sawl gwaith',
  none: 'Nid agorwyd yr un cofnod yn y mis hwn.',
  otherMonths: 'Mis arall',
  kindOwn: 'Cofnod y person ei hun ydoedd',
  kindWish: 'Dewis y person ei hun',
  kindContributor: 'Gwybodaeth y sefydliad ei hun ydoedd',
  kindRepresentative: 'Roedd rhywun yn gweithredu’n gyfreithlon dros y person',
  kindEmergency: 'Argyfwng',
  kindNothing: 'Ni ddangoswyd dim o’r cofnod',
  reliedOn: 'Sawl gwaith yr edrychwyd ar sail hyn, {month}: {count}',
  toLooks: 'Pa mor aml yr agorir cofnodion, ac o dan ba gymal',
} satisfies Record<keyof typeof en, string>
