#!/usr/bin/python3
"""Fills a fresh Tryton database with a company, people, users in three languages and the deals of deals.json.

usage: seed.py TRYTOND_CONF DATABASE DEALS_JSON

Talks to the database through proteus, Tryton's own client library, so that every rule of the server applies.
"""
import datetime
import json
import sys
from decimal import Decimal

from proteus import Model, Wizard, config

conf, database, deals_file = sys.argv[1:4]
with open(deals_file, encoding='utf-8') as handle:
    seed = json.load(handle)
session = config.set_trytond(database, config_file=conf)


def get(name):
    return Model.get(name)


def one(name, *clause):
    found = get(name).find(list(clause))
    return found[0] if found else None


def make_company():
    euro = get('currency.currency')(name='Euro', symbol='€', code='EUR', numeric_code='978', rounding=Decimal('0.01'))
    euro.rates.new(date=datetime.date(2020, 1, 1), rate=Decimal('1'))
    euro.save()
    house = get('party.party')(name=seed['company'])
    house.save()
    wizard = Wizard('company.company.config')
    wizard.execute('company')
    wizard.form.party = house
    wizard.form.currency = euro
    wizard.execute('add')
    return get('company.company').find([])[0]


def join_company(user, employee_name):
    # A record of proteus belongs to the list that it was added to, so each list gets a copy of its own.
    user.companies.append(get('company.company').find([])[0])
    user.company = get('company.company').find([])[0]
    user.employees.append(person(employee_name))
    user.employee = person(employee_name)
    user.save()


def party(name):
    known = one('party.party', ('name', '=', name))
    if known:
        return known
    new = get('party.party')(name=name)
    new.addresses[0].city = 'Ghent'
    new.save()
    return new


def person(name):
    known = one('company.employee', ('party.name', '=', name))
    if known:
        return known
    new = get('company.employee')(party=party(name), company=company)
    new.save()
    return new


company = make_company()
admin = one('res.user', ('login', '=', 'admin'))
admin.companies.append(company)
admin.company = company
admin.save()
session._context = get('res.user').get_preferences(True, session.context)

for deal in seed['deals']:
    lead = get('sale.opportunity')(description=deal['name'], party=party(deal['account']), company=company)
    lead.address = lead.party.addresses[0]
    lead.employee = person(deal['owner'])
    lead.amount = Decimal(deal['amount'])
    lead.conversion_probability = Decimal(deal['probability']) / 100
    lead.start_date = datetime.date.fromisoformat(deal['start'])
    if deal['close']:
        lead.end_date = datetime.date.fromisoformat(deal['close'])
    lead.comment = 'Next step: ' + deal['nextStep'] if deal['nextStep'] else ''
    lead.save()
    if deal['state'] == 'lost':
        lead.click('lost')
    elif deal['state'] == 'opportunity':
        lead.click('opportunity')
    print(lead.id)

groups = get('res.group').find([])
for user in seed['users']:
    new = get('res.user')(name=user['name'], login=user['login'], password=user['password'])
    new.language = one('ir.lang', ('code', '=', user['language']))
    for group in get('res.group').find([]):
        new.groups.append(group)
    join_company(new, seed['deals'][0]['owner'])

# Open wizards of a new database would greet every login with a form.
for item in get('ir.module.config_wizard.item').find([('state', '=', 'open')]):
    item.state = 'done'
    item.save()
