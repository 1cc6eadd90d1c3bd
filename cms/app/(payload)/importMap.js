import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StandingPanel as StandingPanel_3c133ac987ec790855b2791dc66221bd } from '../../../cms/admin/standing/StandingPanel.tsx'
import { SchedulePanel as SchedulePanel_596b0f76531c366dcd763d5022324645 } from '../../../cms/admin/schedules/SchedulePanel.tsx'
import { TakeAddress as TakeAddress_c0fed35cf43a41625e953de1838b0517 } from '../../../cms/admin/address/TakeAddress.tsx'
import { LinksPanel as LinksPanel_cd1d8569ac114be136368ae91d165dee } from '../../../cms/admin/preview/LinksPanel.tsx'
import { DayField as DayField_eedff6c6a8193942844c3524b12e242e } from '../../../cms/admin/DayField.tsx'
import { ClockTimeField as ClockTimeField_11d7c93cd7d6c93ed6ef2efe473a6887 } from '../../../cms/admin/ClockTimeField.tsx'
import { SessionField as SessionField_726060032d348485f97ab2f6abe1b237 } from '../../../cms/admin/workshops/SessionField.tsx'
import { DatesPanel as DatesPanel_ac14367ef7757f1c05626daa6f09222e } from '../../../cms/admin/workshops/DatesPanel.tsx'
import { CancelDay as CancelDay_1fb25065e95f59d7168bd8a0bd1d4420 } from '../../../cms/admin/workshops/CancelDay.tsx'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ReceiptsView as ReceiptsView_1b035bb8e3a9de4ba0d8c8f591ebeb1e } from '../../../cms/admin/receipts/ReceiptsView.tsx'
import { SynonymName as SynonymName_af1792cce6437bf23ea350f841d1d8f9 } from '../../../cms/admin/searchWords/RowNames.tsx'
import { FirstAnswer as FirstAnswer_c02471771bf656cb0182f0480782716d } from '../../../cms/admin/searchWords/FirstAnswer.tsx'
import { PromotedName as PromotedName_af1792cce6437bf23ea350f841d1d8f9 } from '../../../cms/admin/searchWords/RowNames.tsx'
import { Icon as Icon_c7130cc3fa576b7ac905c15abafa16f9 } from '../../../cms/admin/brand/Icon.tsx'
import { Logo as Logo_29bd97f1fd80024d93f3893a04eb8b1b } from '../../../cms/admin/brand/Logo.tsx'
import { LostPassword as LostPassword_7f36e31cbd2e49b892ee0fd711ae9ecd } from '../../../cms/admin/brand/LostPassword.tsx'
import { Dashboard as Dashboard_bb80148d55b71b34f8f70ad681963f85 } from '../../../cms/admin/dashboard/Dashboard.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/cms/admin/standing/StandingPanel.tsx#StandingPanel": StandingPanel_3c133ac987ec790855b2791dc66221bd,
  "/cms/admin/schedules/SchedulePanel.tsx#SchedulePanel": SchedulePanel_596b0f76531c366dcd763d5022324645,
  "/cms/admin/address/TakeAddress.tsx#TakeAddress": TakeAddress_c0fed35cf43a41625e953de1838b0517,
  "/cms/admin/preview/LinksPanel.tsx#LinksPanel": LinksPanel_cd1d8569ac114be136368ae91d165dee,
  "/cms/admin/DayField.tsx#DayField": DayField_eedff6c6a8193942844c3524b12e242e,
  "/cms/admin/ClockTimeField.tsx#ClockTimeField": ClockTimeField_11d7c93cd7d6c93ed6ef2efe473a6887,
  "/cms/admin/workshops/SessionField.tsx#SessionField": SessionField_726060032d348485f97ab2f6abe1b237,
  "/cms/admin/workshops/DatesPanel.tsx#DatesPanel": DatesPanel_ac14367ef7757f1c05626daa6f09222e,
  "/cms/admin/workshops/CancelDay.tsx#CancelDay": CancelDay_1fb25065e95f59d7168bd8a0bd1d4420,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/cms/admin/receipts/ReceiptsView.tsx#ReceiptsView": ReceiptsView_1b035bb8e3a9de4ba0d8c8f591ebeb1e,
  "/cms/admin/searchWords/RowNames.tsx#SynonymName": SynonymName_af1792cce6437bf23ea350f841d1d8f9,
  "/cms/admin/searchWords/FirstAnswer.tsx#FirstAnswer": FirstAnswer_c02471771bf656cb0182f0480782716d,
  "/cms/admin/searchWords/RowNames.tsx#PromotedName": PromotedName_af1792cce6437bf23ea350f841d1d8f9,
  "/cms/admin/brand/Icon.tsx#Icon": Icon_c7130cc3fa576b7ac905c15abafa16f9,
  "/cms/admin/brand/Logo.tsx#Logo": Logo_29bd97f1fd80024d93f3893a04eb8b1b,
  "/cms/admin/brand/LostPassword.tsx#LostPassword": LostPassword_7f36e31cbd2e49b892ee0fd711ae9ecd,
  "/cms/admin/dashboard/Dashboard.tsx#Dashboard": Dashboard_bb80148d55b71b34f8f70ad681963f85,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
