import type en from '../en/trailFault.ts'

export default {
  gap: 'Mae bwlch yn y log, neu rywbeth dros ben, yma:',
  entryMissing: 'Nid yw’r cofnodiad o dan y rhif hwn yno:',
  entryChanged: 'Nid y cofnodiad o dan y rhif hwn yw’r hyn a ysgrifennwyd:',
  entryUnbound: 'Ni seliwyd y cofnodiad hwn erioed, ac nid yw’n aros i gael ei selio:',
  erasedAndThere: 'Cafodd y cofnodiad o dan y rhif hwn ei ddileu, ac mae yno:',
  linkBroken: 'Nid yw’r rhif hwn yn y log yn cyd-fynd â’r un o’i flaen:',
  tileWrong: 'Nid yw’r stwnsh hwn a gadwyd yn cyd-fynd â’r log:',
  headWrong: 'Nid yw’r sêl hon yn cyd-fynd â’r log:',
  headUnsigned: 'Ni lofnodwyd y sêl hon ag allwedd y Cydofal hwn:',
  witnessUnsigned: 'Nid llofnod tyst yw’r hyn sy’n sefyll fel un o dan y sêl hon:',
} satisfies Record<keyof typeof en, string>
