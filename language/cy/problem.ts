import type en from '../en/problem.ts'

export default {
  title: 'Mae rhywbeth o’i le',
  notFound: 'Nid oes dim yma y gallwch ei weld. Os teipioch y cyfeiriad, gwiriwch ef.',
  signedOut: 'Rydych wedi’ch allgofnodi, ac ni allem gadw’r hyn a anfonoch. Mewngofnodwch a’i anfon eto.',
  tooLarge: 'Mae’r hyn a anfonoch yn rhy hir. Byrhewch ef a’i anfon eto.',
  notUnderstood: 'Nid oeddem yn deall yr hyn a anfonodd eich porwr. Ewch yn ôl a rhowch gynnig arall arni.',
  ours: 'Aeth rhywbeth o’i le ar ein hochr ni. Nid oes dim yr oeddech wedi’i gadw wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau.',
  otherSite: 'Daeth hwn o wefan arall, felly ni wnaed dim. Agorwch y dudalen yma a rhowch gynnig arall arni.',
  toStart: 'Mynd i’r dechrau',
} satisfies Record<keyof typeof en, string>
