/**
 * Who answers for what the workers and systems of each organisation looked at: the code of the team its privacy officers
 * are in. Those too small for an officer of their own are answered for by the partnership’s shared service, and so is
 * whoever looked as nobody’s worker: a relative, a friend.
 */
export const privacyTeams: Readonly<Record<string, string>> = {
  'glan-hafren': 'preifatrwydd-a-rennir',
  'bwrdd-iechyd': 'tim-llywodraethu-gwybodaeth',
  'ysbyty-glan-hafren': 'tim-llywodraethu-gwybodaeth',
  'ysbyty-pont-y-celyn': 'tim-llywodraethu-gwybodaeth',
  'ysbyty-efelychu': 'tim-llywodraethu-gwybodaeth',
  'cyngor-dyffryn-banadl': 'banadl-preifatrwydd',
  'cyngor-bro-rhedyn': 'rhedyn-preifatrwydd',
  'cartrefi-gwennol': 'preifatrwydd-a-rennir',
  'tai-clicied': 'preifatrwydd-a-rennir',
  'gofal-cannwyll': 'preifatrwydd-a-rennir',
  'canolfan-gofalwyr': 'preifatrwydd-a-rennir',
  tegell: 'preifatrwydd-a-rennir',
  person: 'preifatrwydd-a-rennir',
}
