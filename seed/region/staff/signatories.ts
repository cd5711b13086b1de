import type { SeedAccount, SeedPost } from '../shape.ts'
import { accountablePosts } from './accountable-posts.ts'

/** Those who sign agreements for their organisations, each in the post that the agreement names. */
export const signatoryStaff: readonly SeedAccount[] = [
  signatory('gwenno-probert', 'Gwenno Probert', 'cy', 'bwrdd-iechyd'),
  signatory('idwal-corbett', 'Idwal Corbett', 'en', 'cyngor-dyffryn-banadl'),
  signatory('mererid-swaine', 'Mererid Swaine', 'cy', 'cyngor-bro-rhedyn'),
  signatory('huw-tanat', 'Huw Tanat', 'cy', 'cartrefi-gwennol'),
  signatory('rosalind-peate', 'Rosalind Peate', 'en', 'tai-clicied'),
  signatory('arwel-hamer', 'Arwel Hamer', 'en', 'gofal-cannwyll'),
  signatory('siwan-bebb', 'Siwan Bebb', 'cy', 'canolfan-gofalwyr'),
  {
    ...signatory('beca-manuel', 'Beca Manuel', 'cy', 'tegell'),
    offered: {
      place: 10,
      who: { en: 'The chair of a befriending charity', cy: 'Cadeirydd elusen cyfeillio' },
      why: {
        en: 'One agreement lacks only her signature. The moment she signs it, Glenys Tudge, who arranged Mair’s volunteer, may learn that Mair is in hospital, and not why.',
        cy: 'Dim ond ei llofnod hi sydd ar goll o un cytundeb. Yr eiliad y bydd hi’n ei lofnodi, caiff Glenys Tudge, a drefnodd wirfoddolwr Mair, wybod bod Mair yn yr ysbyty, ond nid pam.',
      },
    },
  },
]

function signatory(key: string, name: string, language: 'en' | 'cy', organisation: string): SeedAccount {
  return { key, name, language, posts: [postAt(organisation)] }
}

function postAt(organisation: string): SeedPost {
  const title = accountablePosts[organisation]
  if (title === undefined) throw new Error(`nobody signs for ${organisation}`)
  return { organisation, role: 'signatory', title }
}
