// SPDX-License-Identifier: EUPL-1.2
export { VaultError } from './key-file.ts';
export { openVault, type Sealed, type Vault } from './vault.ts';
