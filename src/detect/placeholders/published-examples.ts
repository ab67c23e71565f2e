/** Who publishes texts of a key's shape, and where: rules and tests of secret scanners. */
export const PUBLISHERS: readonly (readonly [project: string, place: string])[] = [
  ["betterleaks", "cmd/generate/config/rules"],
  ["CredSweeper", "tests/samples/open_ai_token"],
  ["detect-secrets", "tests/plugins/openai_test.py"],
  ["gitleaks", "cmd/generate/config/rules"],
  ["Kingfisher", "kingfisher-rules/data/rules/openai.yml"],
  ["osv-scalibr", "veles/secrets/openai"],
  ["secretlint", "secretlint-rule-openai"],
  ["Trivy", "pkg/fanal/secret/testdata"],
  ["TruffleHog", "pkg/detectors/openai, pkg/detectors/openaiadmin"],
];

/**
 * The SHA-256, in hex, of texts of a key's shape that these projects publish as examples and in their tests. Whoever
 * copies a scanner's tests into a repository has leaked nothing. Of the texts themselves none is kept.
 *
 * Read in November 2026: every text there that reads as a key, 2 of betterleaks, 8 of gitleaks (`openai.go`, `curl.go`), 3
 * of TruffleHog, and others. Nosey Parker and Titus publish none with a whole marker. What gitleaks and betterleaks make up
 * at run time cannot be listed.
 */
export const PUBLISHED_HASHES: readonly string[] = [
  "00fc7ca1d7d1c84da4a75ed1fbcbcf1ae7a2332d2bf3818ebf499b182f69acb9",
  "0569eec552b1fb2428d03c181ad09cdeb0fea673d6fbe5696660e96e64debc1e",
  "085011a7bd5345fb0e57c51e7c7096317477ea18849c26621d5b820a5a673539",
  "0ba138beefb2475714f65b2d9d2fd9dff75afdfd0d2f78ff48e7c1390eb8efc1",
  "118680599114e486396cd57442373d002750deeaef94d60c1efcbcf29cedcb4e",
  "150df2bd93be8709834f4dcc3aaccacba5eb8c5e3fcd6fdb8894087afa7e960e",
  "1b8b5b5223c78a6993272cf887845a2a6283a052d105fce0c350e93f80e4f4ed",
  "1e4924eefa02e7dfc2a7050c707f8b2384048883bcb008cf7d4109593faa8732",
  "20aa2a12116ed60efcbb12cdf04bbf3c38a512f2f76bfd207d30d9900ecdb51c",
  "294ddad78527d2574ae1ba6e5956eae2f330302c5cd716023057d79dab4cb5ff",
  "4210b962a6962e03c2d92180c1c31457a44bc799b2fb2d894da7a474ea9edfca",
  "46622cc417672ce16cc5c39cfff130a207079b536ef3e5555e91d3d120a90002",
  "470b16974e391de580d2216fb5bf18518ea4aa10a99f3dcaa26319f8265063f2",
  "4e01f2c36f650de996d8a462199d6bef7312e012b2bf6d02666b330e73518487",
  "5e315984041b2794ea79cc15e9fbc44f1ee5f9a4873df29f7fd1f5d0e4140afc",
  "5f5727811ba00a8a88cdfbb3451f7561f13e274b1d1d0c06903e667756be8c7e",
  "609788c407257a1695465568e74a89df1f434ab7cb2612a0c07db38140022352",
  "665630be19f3bd3a10b9dd1b4214a3dfee35e8685ddab4191a61a4139b1e1745",
  "69a28f3050eaeda936040c3b45532c3e9577f83cf9b0b43507668d7eb108753c",
  "6a1669af23a0888b0cc13de2c7c885557dc6a5d766dfc519facbb0451e5b2fe4",
  "6cfbe49c3ae39d9db4269772a51c54bfe21d0a20a6ecbddf8cf084d3d4e13dfe",
  "7994aa0658ed1a723d057fa727532997f7897ee0b2586cb4ded8784ba0742216",
  "7c65143b5df3dbdda5e869bba5e130f1ed16dc15b6e65f557c9a34080c7b7b1f",
  "80365d0ba66bc6da9050adaa57d9c628a5e0c16f664d13a2c0d4cf0a5f519b5c",
  "85c1567cc0227e1776f9dd8f87068118d870a83ba05182d0245163ea8ab5fe71",
  "88ae839b70c23f6448903539b046f2f29cf4b60fcf47b3261565670124e50e05",
  "8cb13c7b392f4240fb2aa280d68b6641b32f3b13c8c5e63a5742140bf749e696",
  "8e30c169065ac0179338729b1102dd3a6b41ea8fd2575bdaf8b4ee7ef74c56e3",
  "9a86e60205a1ce4ca091feb4b5f8d9eb92b7af39c0bbb2e0804fb7215ff439a5",
  "9ff2fdd899275cb81ddfa8a5e24a305f84da8995e9d0c496ef73a7d63d41960e",
  "a1b590cdf6ad7a161008ffb6500b66c99d8c6700d16ba3137f5ab20fe1d18713",
  "a78af34229af56757a6e96789c1912e788c7b641bf3fed670db36700095daf69",
  "b71039056a3694cab160395f3b7a242706a0d7eca77cf56ca709244e14ef864e",
  "b82633273e3c0824df0807de7e275431f0a4999ad968e99f341b86b2a10c9d6a",
  "bf71f401f6500319b1112921af3ec60c3355c2a680e3c90467b87d0bf22f93ac",
  "bfe8185e21ef5d5f5d56c3a358ebf293b2518ab074753ba819311fea8c2ae85f",
  "bff4f2b2ff454620c8db72509d8442432476623e4a6be38e26fbd4147b6ee341",
  "c2a13f8ea42c78ff67f0b96ee8059cba86220511e2a6026f25702ea4d6ebd4fc",
  "d338b0b462aec37f2f4093395983b8e7d7ebefbd671c008663cc78c7d9c616a8",
  "d35aa108756a6ea19d8371d5e5c18edbda6d1bd0b1065d96280cba1622d4aff7",
  "d5f63fd5a82d93459430a0daa0303480883b383a6d5c7701ed1030251ced756c",
  "d87175490bb143a201a57643bdd8301224364005a7c583093a02f63f663a7c76",
  "ed6ad25be4d2ad03fba8fc5102445c08b414c6774f19f20c1be034804199c1dc",
  "fba63ad2d0c9e1a94a250ab344127e01908fc1ecfd35ef4bbe9070ceb54600de",
  "ffc616f4ec612fbcd1cb55b0cfa80f442011d51775ea1d0e20d6b9dcc92ede36",
];
