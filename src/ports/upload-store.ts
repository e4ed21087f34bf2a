/** Uploads belong to a tenant, so that a later reference to them can be checked. */
export interface UploadStore {
  recordUpload(upload: {
    readonly tenantId: string;
    readonly runwayAccount: string;
    readonly runwayUri: string;
    readonly createdBy: string;
    readonly createdAt: Date;
  }): Promise<void>;
}
