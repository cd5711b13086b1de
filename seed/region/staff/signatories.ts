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
  signatory('beca-manuel', 'Beca Manuel', 'cy', 'tegell'),
]

function signatory(key: string, name: string, language: 'en' | 'cy', organisation: string): SeedAccount {
  return { key, name, language, posts: [postAt(organisation)] }
}

function postAt(organisation: string): SeedPost {
  const title = accountablePosts[organisation]
  if (title === undefined) throw new Error(`nobody signs for ${organisation}`)
  return { organisation, role: 'signatory', title }
}
