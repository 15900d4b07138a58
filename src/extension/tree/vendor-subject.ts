import { once, type FolderStatus, type Subject, type VendorStatus } from './node.ts';
import { vendorPicture } from './vendor-picture.ts';

/** What a vendor's row stands for, on the day of its folder. */
export const vendorSubject = (
  { folder, snapshot, asOf }: FolderStatus,
  vendor: VendorStatus,
): Extract<Subject, { is: 'vendor' }> => ({
  is: 'vendor',
  folder,
  vendor,
  picture: once(() => vendorPicture(vendor.dossier, snapshot.register.policy, asOf)),
});
