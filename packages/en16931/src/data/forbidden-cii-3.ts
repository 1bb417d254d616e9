// SPDX-License-Identifier: EUPL-1.2

/** Elements that a CII invoice of EN 16931 does not have: rule, level (w warning, f error), path below the place that the line with `@` names. */
export const forbiddenInCii3 = `
@ /rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation
CII-SR-411 w ram:InformationAmount
CII-SR-412 w ram:TotalDiscountAmount
CII-SR-413 w ram:TotalAllowanceChargeAmount
CII-SR-414 w ram:RetailValueExcludingTaxInformationAmount
CII-SR-415 w ram:TotalDepositFeeInformationAmount
CII-SR-416 w ram:ProductValueExcludingTobaccoTaxInformationAmount
CII-SR-417 w ram:TotalRetailValueInformationAmount
CII-SR-418 w ram:GrossLineTotalAmount
CII-SR-419 w ram:NetLineTotalAmount
CII-SR-420 w ram:NetIncludingTaxesLineTotalAmount
@ /
CII-DT-013 f @languageID
CII-DT-014 f @languageLocaleID
CII-SR-438 w ram:ValuationBreakdownStatement
@ //*DocumentContextParameter
CII-SR-04 w ram:Value
CII-SR-05 w ram:SpecifiedDocumentVersion
@ /rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID | /rsm:ExchangedDocument/ram:ID | /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument/ram:LineID | /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct/ram:SellerAssignedID
CII-DT-001 f @schemeName
CII-DT-002 f @schemeAgencyName
CII-DT-003 f @schemeDataURI
CII-DT-004 f @schemeURI
CII-DT-005 f @schemeID
CII-DT-006 f @schemeAgencyID
CII-DT-007 f @schemeVersionID
@ //*ID
CII-DT-101 f @schemeName
CII-DT-102 f @schemeAgencyName
CII-DT-103 f @schemeDataURI
CII-DT-104 f @schemeURI
@ //ram:TypeCode
CII-DT-008 f @name
CII-DT-009 f @listURI
@ never /rsm:ExchangedDocument/ram:TypeCode
CII-DT-010 f @listID
CII-DT-011 f @listAgencyID
CII-DT-012 f @listVersionID
@ /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode
CII-DT-045 w @listID
CII-DT-046 w @listAgencyID
CII-DT-047 w @listVersionID
CII-DT-048 w @listURI
@ //*ReferencedDocument
CII-DT-016 f ram:StatusCode
CII-DT-017 f ram:CopyIndicator
CII-DT-019 f ram:GlobalID
CII-DT-020 f ram:RevisionID
CII-DT-023 f ram:Information
CII-DT-025 f ram:SectionName
CII-DT-026 f ram:PreviousRevisionID
CII-DT-028 f ram:EffectiveSpecifiedPeriod
CII-DT-029 f ram:IssuerTradeParty
CII-DT-030 f ram:AttachedSpecifiedBinaryFile
@ //*Amount
CII-DT-031 f @currencyID
CII-DT-032 f @currencyCodeListVersionID
@ //*Quantity
CII-DT-034 f @unitCodeListID
CII-DT-035 f @unitCodeListAgencyID
CII-DT-036 f @unitCodeListAgencyName
@ //*TradeTax
CII-DT-038 w ram:CalculatedRate
CII-DT-039 w ram:CalculationSequenceNumeric
CII-DT-040 w ram:BasisQuantity
CII-DT-042 w ram:UnitBasisAmount
CII-DT-043 w ram:LineTotalBasisAmount
CII-DT-044 w ram:AllowanceChargeBasisAmount
CII-DT-049 w ram:CurrencyCode
CII-DT-050 w ram:Jurisdiction
CII-DT-051 w ram:CustomsDutyIndicator
CII-DT-053 w ram:TaxBasisAllowanceRate
CII-DT-055 w ram:Type
CII-DT-056 w ram:InformationAmount
CII-DT-057 w ram:CategoryName
CII-DT-059 w ram:RateApplicablePercent/@format
CII-DT-060 w ram:SpecifiedTradeAccountingAccount
CII-DT-061 w ram:ServiceSupplyTradeCountry
CII-DT-062 w ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount
CII-DT-063 w ram:SellerPayableTaxSpecifiedTradeAccountingAccount
CII-DT-064 w ram:SellerRefundableTaxSpecifiedTradeAccountingAccount
CII-DT-065 w ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-066 w ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-067 w ram:PlaceApplicableTradeLocation
@ //ram:BillingSpecifiedPeriod
CII-DT-068 f ram:StartDateTime/udt:DateTime
CII-DT-069 f ram:DurationMeasure
CII-DT-070 f ram:InclusiveIndicator
CII-DT-071 f ram:Description
CII-DT-072 f ram:EndDateTime/udt:DateTime
CII-DT-073 f ram:CompleteDateTime
CII-DT-074 f ram:OpenIndicator
CII-DT-075 f ram:SeasonCode
CII-DT-076 f ram:ID
CII-DT-077 f ram:Name
CII-DT-078 f ram:SequenceNumeric
CII-DT-079 f ram:StartDateFlexibilityCode
CII-DT-080 f ram:ContinuousIndicator
CII-DT-081 f ram:PurposeCode
@ //ram:PostalTradeAddress
CII-DT-082 f ram:ID
CII-DT-083 f ram:PostOfficeBox
CII-DT-084 f ram:BuildingName
CII-DT-086 f ram:LineFour
CII-DT-087 f ram:LineFive
CII-DT-088 f ram:StreetName
CII-DT-089 f ram:CitySubDivisionName
CII-DT-090 f ram:CountryName
CII-DT-091 f ram:CountrySubDivisionID
CII-DT-092 f ram:AttentionOf
CII-DT-093 f ram:CareOf
CII-DT-094 f ram:BuildingNumber
CII-DT-095 f ram:DepartmentName
CII-DT-096 f ram:AdditionalStreetName
`;
